package io.rapporteur.ingest.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts the proposing States, in brackets at the end of a recommendation, from its text: {@code
 * Ratify the treaty (Peru, Iran (Islamic Republic of) and Spain);}. Reports of the Universal
 * Periodic Review print them so.
 */
final class Proposers {

  private static final Pattern AT_END =
      Pattern.compile(
          "[(（]((?:[^()（）]++|[(（][^()（）]{0,80}+[)）]){1,400}+)[)）](\\s*+[;.:؛；。,]?)"
              + "(?:\\s*(\\p{Lu}[\\p{L} ]{2,40}):\\s*(\\S.{0,300}))?$",
          Pattern.DOTALL);

  /** One item may hold several recommendations, each with its own proposers. */
  private static final Pattern OF_A_PART =
      Pattern.compile("\\s*[(（]((?:[^()（）]++|[(（][^()（）]{0,80}+[)）]){1,400}+)[)）](?=\\s*[;؛；])");

  private static final Pattern CONJUNCTION =
      Pattern.compile("\\s+(?:and|et|y|e|и)\\s+|\\s+و\\s*|[和及]|以及|\\s*&\\s*");
  private static final Pattern LEADING =
      Pattern.compile("^(?:(?:and|et|y|e|и)\\s+|و\\s*(?=ال)|[和及]|以及)");
  private static final Pattern ARTICLE = Pattern.compile("^(?:the|la|le|les|el|los|las) |^l['’]");
  private static final String COMMAS = ",;،؛，；、";
  private static final String SPACES = " \t\n\u000B\f\r";
  private static final int LONGEST = 120;

  /** Title of the proposers of the parts of an item, one line for each part. */
  static final String BY_PART = "proposers by part";

  private final RecognizingParticipants recognizing;

  Proposers(RecognizingParticipants recognizing) {
    this.recognizing = recognizing;
  }

  /**
   * A text and who proposed it.
   *
   * @param text without the brackets
   * @param proposers each once, in the order of the text
   * @param parts what stands in the brackets of each part; empty if the text is of one part
   * @param title of what follows the brackets, for instance a source; empty if nothing does
   */
  record Parted(
      String text, List<Proposer> proposers, List<String> parts, String title, String remark) {

    /** What stands beside the text, by its title. */
    Map<String, String> remarks() {
      Map<String, String> remarks = new LinkedHashMap<>();
      if (!parts.isEmpty()) {
        remarks.put(BY_PART, String.join("\n", parts));
      }
      if (!title.isEmpty()) {
        remarks.put(title, remark);
      }
      return remarks;
    }
  }

  /**
   * Parts a text.
   *
   * @param expected the list prints its proposers, so that a name unknown to us is one of them
   */
  Parted part(String text, boolean expected) {
    var whole = new Parted(text, List.of(), List.of(), "", "");
    Matcher matcher = AT_END.matcher(text);
    int open = Brackets.next(text, 0);
    while (open >= 0 && !matcher.region(open, text.length()).matches()) {
      open = Brackets.next(text, open + 1);
    }
    if (open < 0) {
      return whole;
    }
    List<Proposer> proposers = names(matcher.group(1));
    boolean all = proposers.stream().allMatch(p -> p.participant().isPresent());
    boolean some = proposers.stream().anyMatch(p -> p.participant().isPresent());
    boolean taken = expected ? some || proposers.stream().allMatch(Proposers::name) : all;
    if (!taken || proposers.isEmpty()) {
      return whole;
    }
    String title = matcher.group(3) == null ? "" : matcher.group(3);
    String remark = matcher.group(4) == null ? "" : matcher.group(4);
    String ahead = before(text, open);
    var without = new StringBuilder();
    List<String> parts = expected ? takeParts(ahead, proposers, without) : List.of();
    if (parts.isEmpty()) {
      return new Parted(
          (ahead + matcher.group(2)).stripTrailing(), proposers, List.of(), title, remark);
    }
    parts.add(matcher.group(1));
    return new Parted(
        (without + matcher.group(2)).stripTrailing(),
        proposers.stream().distinct().toList(),
        parts,
        title,
        remark);
  }

  /**
   * Takes the brackets off the parts before the last. A name unknown to us is no reason here: other
   * words stand in brackets within a text.
   */
  private List<String> takeParts(String text, List<Proposer> proposers, StringBuilder without) {
    List<String> parts = new ArrayList<>();
    List<Proposer> named = new ArrayList<>();
    Matcher matcher = OF_A_PART.matcher(text);
    while (matcher.find()) {
      List<Proposer> ofPart = names(matcher.group(1));
      if (!ofPart.isEmpty() && ofPart.stream().allMatch(p -> p.participant().isPresent())) {
        named.addAll(ofPart);
        parts.add(matcher.group(1));
        matcher.appendReplacement(without, "");
      }
    }
    matcher.appendTail(without);
    proposers.addAll(0, named);
    return parts;
  }

  private static String before(String text, int open) {
    int end = open;
    while (end > 0 && SPACES.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean name(Proposer proposer) {
    String name = proposer.name();
    boolean digits = name.chars().anyMatch(Character::isDigit);
    String bare = ARTICLE.matcher(name).replaceFirst("");
    boolean capital = !bare.isEmpty() && !Character.isLowerCase(bare.codePointAt(0));
    return !digits && name.length() <= LONGEST && (capital || name.startsWith("the former "));
  }

  private List<Proposer> names(String inner) {
    List<Proposer> names = new ArrayList<>();
    for (String part : parts(inner)) {
      names.addAll(name(part));
    }
    return names;
  }

  private List<Proposer> name(String part) {
    Optional<String> whole = recognizing.code(part);
    if (whole.isPresent()) {
      return List.of(new Proposer(part, whole));
    }
    String name = LEADING.matcher(part).replaceFirst("").strip();
    Optional<String> bare = recognizing.code(name);
    if (bare.isPresent()) {
      return List.of(new Proposer(name, bare));
    }
    Matcher matcher = CONJUNCTION.matcher(name);
    for (int from = 0; matcher.find(from); from = matcher.end()) {
      String one = name.substring(0, matcher.start()).strip();
      String other = name.substring(matcher.end()).strip();
      if (recognizing.code(one).isPresent() && !other.isEmpty()) {
        List<Proposer> both = new ArrayList<>(List.of(new Proposer(one, recognizing.code(one))));
        both.addAll(name(other));
        return both;
      }
      if (recognizing.code(other).isPresent() && !one.isEmpty()) {
        return List.of(
            new Proposer(one, recognizing.code(one)), new Proposer(other, recognizing.code(other)));
      }
    }
    return List.of(new Proposer(name, Optional.empty()));
  }

  /** The parts between commas that stand in no further brackets. */
  private static List<String> parts(String inner) {
    List<String> parts = new ArrayList<>();
    var part = new StringBuilder();
    int depth = 0;
    for (char c : inner.toCharArray()) {
      depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
      if (depth == 0 && COMMAS.indexOf(c) >= 0) {
        add(parts, part);
      } else {
        part.append(c);
      }
    }
    add(parts, part);
    return parts;
  }

  private static void add(List<String> parts, StringBuilder part) {
    String text = part.toString().replaceAll("\\s+", " ").strip();
    if (!text.isEmpty()) {
      parts.add(text);
    }
    part.setLength(0);
  }
}
