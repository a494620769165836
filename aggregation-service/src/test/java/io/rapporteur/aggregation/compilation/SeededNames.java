package io.rapporteur.aggregation.compilation;

import io.rapporteur.aggregation.compilation.Comment.CoSponsor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of printed names that a fresh start loads, and what it is held against. */
public final class SeededNames {

  private static final Path SEEDS = Path.of("../seeds");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  private SeededNames() {}

  /** A participant under the name that it is printed with. */
  public record Printed(String code, String name) {}

  /** The class of each participant, by code. */
  public static Map<String, String> classes() {
    Map<String, String> classes = new TreeMap<>();
    table("participants")
        .forEach(each -> classes.put(each.get("code").asString(), each.get("class").asString()));
    return classes;
  }

  /** Short names by code of participant, full ones by code of group. */
  public static Map<String, String> names(String language) {
    Map<String, String> names = new HashMap<>();
    table("participants")
        .forEach(
            each ->
                names.put(
                    each.get("code").asString(),
                    each.get("names").get(language).get("short").asString()));
    table("groups")
        .forEach(
            each ->
                names.put(each.get("code").asString(), each.get("names").get(language).asString()));
    return names;
  }

  /** All participants in the order and under the names that the house rules ask for. */
  public static List<Printed> inOrder(String language) {
    return lines("printed-order." + language + ".tsv")
        .map(line -> new Printed(line[0], line[1]))
        .toList();
  }

  /** A comment of every participant on one item, in no order. */
  public static List<Comment> comments(int seed) {
    List<Comment> comments = new ArrayList<>();
    classes()
        .forEach(
            (code, participantClass) ->
                comments.add(Comments.of("c" + comments.size(), code, participantClass)));
    Collections.shuffle(comments, new Random(seed));
    return comments;
  }

  /** A comment that every participant joined, in no order. */
  public static Comment joint(int seed) {
    List<Comment> comments = comments(seed);
    return comments
        .getFirst()
        .with(
            comments.stream()
                .map(c -> new CoSponsor(c.participant(), c.participantClass(), c.regionalGroup()))
                .toList());
  }

  /** Forms that stand in a text of one language and are not printed, outside of names in full. */
  public static List<String> forbiddenIn(String text, String language) {
    List<String> names = inFull(language);
    return forbidden(language).stream()
        .filter(form -> whole(form).matcher(text).results().anyMatch(at -> isBare(text, at, names)))
        .toList();
  }

  /** Whether no name in full stands around it. */
  private static boolean isBare(String text, MatchResult at, List<String> names) {
    return names.stream()
        .filter(name -> name.contains(at.group()))
        .noneMatch(
            name ->
                whole(name)
                    .matcher(text)
                    .results()
                    .anyMatch(full -> full.start() <= at.start() && at.end() <= full.end()));
  }

  /** Forms that are not printed in a language. */
  public static List<String> forbidden(String language) {
    return lines("forbidden-forms.tsv")
        .filter(line -> line[0].equals(language))
        .map(line -> line[1])
        .toList();
  }

  /** Every name of the table in a language. */
  private static List<String> inFull(String language) {
    List<String> names = new ArrayList<>(names(language).values());
    table("participants")
        .forEach(each -> names.add(each.get("names").get(language).get("formal").asString()));
    return names;
  }

  /** Chinese has no edges of words. */
  private static Pattern whole(String form) {
    return HAN.matcher(form).matches()
        ? Pattern.compile(Pattern.quote(form))
        : Pattern.compile("(?<!\\p{L})" + Pattern.quote(form) + "(?!\\p{L})");
  }

  private static JsonNode table(String name) {
    return JsonMapper.shared().readTree(SEEDS.resolve(name + ".json").toFile()).get(name);
  }

  private static Stream<String[]> lines(String file) {
    try {
      return Files.readAllLines(SEEDS.resolve(file)).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
