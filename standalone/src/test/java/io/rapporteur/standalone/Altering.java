package io.rapporteur.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Alters one character or number, anywhere in what a receipt and its proofs vouch for. */
final class Altering {

  private static final List<String> OF_THE_RECEIPT =
      List.of("code", "digest", "nonce", "participant", "receivedAt", "signature");
  private static final List<String> OF_THE_PROOFS =
      List.of("consultation", "edition", "digest", "manifest");
  private static final String OTHERS = "abcdef0123456789";

  private final Random random;

  Altering(Random random) {
    this.random = random;
  }

  /** What came of it, and where. */
  record Altered(JsonNode receipt, JsonNode proofs, String place) {}

  Altered one(JsonNode receipt, JsonNode proofs) {
    ObjectNode first = (ObjectNode) receipt.deepCopy();
    ObjectNode second = (ObjectNode) proofs.deepCopy();
    List<Runnable> places = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String field : OF_THE_RECEIPT) {
      place(places, names, "receipt." + field, () -> alter(first, field));
    }
    for (String field : OF_THE_PROOFS) {
      place(places, names, "proofs." + field, () -> alter(second, field));
    }
    ObjectNode proof =
        (ObjectNode) second.path("proofs").get(random.nextInt(second.path("proofs").size()));
    place(places, names, "proof.comment", () -> alter(proof, "comment"));
    place(
        places,
        names,
        "proof.revision",
        () -> proof.put("revision", proof.path("revision").asInt() + 1));
    place(places, names, "proof.index", () -> proof.put("index", proof.path("index").asInt() ^ 1));
    ArrayNode path = (ArrayNode) proof.path("path");
    if (!path.isEmpty()) {
      int step = random.nextInt(path.size());
      place(places, names, "proof.path", () -> path.set(step, altered(path.get(step).asString())));
    }
    int chosen = random.nextInt(places.size());
    places.get(chosen).run();
    return new Altered(first, second, names.get(chosen) + " of " + first + " and " + second);
  }

  private static void place(
      List<Runnable> places, List<String> names, String name, Runnable alteration) {
    places.add(alteration);
    names.add(name);
  }

  private void alter(ObjectNode node, String field) {
    node.put(field, altered(node.path(field).asString()));
  }

  private String altered(String text) {
    int at = random.nextInt(text.length());
    char other = text.charAt(at);
    while (other == text.charAt(at)) {
      other = OTHERS.charAt(random.nextInt(OTHERS.length()));
    }
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
