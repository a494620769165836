package io.rapporteur.aggregation.paper;

import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Content;
import io.rapporteur.aggregation.compilation.DraftEntry;
import io.rapporteur.aggregation.compilation.HouseOrder;
import io.rapporteur.aggregation.compilation.Item;
import io.rapporteur.aggregation.compilation.Notice;
import io.rapporteur.aggregation.compilation.Sight;
import io.rapporteur.schemas.wording.WordDifference;
import io.rapporteur.schemas.wording.WordDifference.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A compilation like that of the seed, small, with what is hard to set in it. */
public final class Sample {

  public static final String CONSULTATION = "stocktaking";
  public static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  public static final String ITEM_A = "doc.13.a";
  public static final String ITEM_JJ = "doc.13.jj";

  public static final String TEXT_A =
      "ينبغي للدول الأعضاء أن تعزز التعاون الدولي في مجال مكافحة الجريمة السيبرانية (الاتفاقية رقم"
          + " 185)";

  public static final String PROPOSED_A =
      "ينبغي للدول الأعضاء أن تكفل تعزيز التعاون الدولي في مجال مكافحة الجريمة السيبرانية"
          + " (الاتفاقية رقم 185) على قدم المساواة";

  public static final String FOOTNOTE = "انظر الوثيقة UNODC/CCPCJ/EG.4/2017/4، الفقرة 12.";
  public static final String ARABIC = "تؤيد مصر هذه التوصية، وتقترح صياغة أوضح للفقرة 13(أ).";
  public static final String ENGLISH = "Brazil supports the item; see article 35 (24/7 network).";
  public static final String FRENCH = "Le Brésil appuie ce point.";
  public static final String CHINESE = "中国支持本项建议，并建议加强能力建设。";
  public static final String FORMULA = "=HYPERLINK(\"http://example.org\";\"click\")";

  private static final Map<String, Map<String, String>> NAMES =
      Map.of(
          "en",
          Map.of(
              "eg",
              "Egypt",
              "br",
              "Brazil",
              "cn",
              "China",
              "ps",
              "State of Palestine",
              "cl",
              "Chile",
              "g77",
              "Group of 77 and China",
              "bnu",
              "Beijing Normal University"),
          "ar",
          Map.of(
              "eg",
              "مصر",
              "br",
              "البرازيل",
              "cn",
              "الصين",
              "ps",
              "دولة فلسطين",
              "cl",
              "شيلي",
              "g77",
              "مجموعة الـ 77 والصين",
              "bnu",
              "جامعة بيجين للمعلمين"));

  private Sample() {}

  /** The consultation. */
  public static Consultation consultation() {
    return new Consultation(
        CONSULTATION,
        Map.of(
            "en", "Stocktaking meeting of the Expert Group", "ar", "اجتماع التقييم لفريق الخبراء"),
        List.of("doc"),
        List.of(),
        Map.of());
  }

  /** Its recommendations. */
  public static List<Item> items() {
    return List.of(
        item(ITEM_A, 1, "a", "أ", TEXT_A, List.of(new Item.Footnote("1", FOOTNOTE, 19, "ar"))),
        item(
            ITEM_JJ,
            36,
            "jj",
            "يي",
            "إنشاء شبكة من جهات الاتصال تعمل على مدار الساعة.",
            List.of()));
  }

  /** The first of them, merged into the second. */
  public static Item merged() {
    Item first = Sample.items().getFirst();
    return new Item(
        first.id(),
        first.document(),
        first.symbol(),
        first.shortName(),
        first.number(),
        first.paragraph(),
        first.label(),
        first.printedLabels(),
        first.language(),
        first.section(),
        first.version(),
        first.texts(),
        first.machineRead(),
        "merged",
        first.footnotes(),
        Optional.of(Sample.ITEM_JJ));
  }

  private static Item item(
      String id,
      int number,
      String label,
      String printed,
      String text,
      List<Item.Footnote> footnotes) {
    return new Item(
        id,
        "doc",
        "UNODC/CCPCJ/EG.4/2020/2",
        "",
        number,
        "13",
        label,
        Map.of("ar", printed),
        "ar",
        new Item.Section(
            "doc.13",
            Map.of("ar", "التعاون الدولي"),
            Optional.of("2"),
            Map.of("ar", "لا يعني إدراج أي بند في هذه القائمة تأييده، وترتيبه لا يدل على أهميته.")),
        1,
        Map.of("ar", text),
        true,
        "standing",
        footnotes);
  }

  /** Comments of all kinds, in no order. */
  public static List<Comment> comments() {
    return List.of(
        comment("1", "cn", "member-state", Optional.of(ITEM_A), content("zh", CHINESE)),
        proposing("2"),
        new Comment(
            "3",
            1,
            false,
            CONSULTATION,
            1,
            false,
            Instant.ofEpochSecond(3),
            Instant.ofEpochSecond(3),
            "ps",
            "non-member-observer-state",
            Optional.empty(),
            Optional.of("doc"),
            Optional.of("doc.13"),
            Optional.of(ITEM_A),
            Optional.of(1),
            Optional.of("g77"),
            List.of(),
            1,
            0,
            Optional.of(content("en", "The Group reserves its position on <this> & that.")),
            Optional.empty()),
        comment(
            "4",
            "br",
            "member-state",
            Optional.of(ITEM_A),
            new Content(
                "editorial",
                "support",
                ENGLISH,
                "en",
                List.of(
                    new Content.Translation("ar", "تؤيد البرازيل هذا البند.", "بعثة البرازيل"),
                    new Content.Translation(
                        "fr",
                        FRENCH,
                        Content.Translation.SECRETARIAT,
                        Optional.of(new Content.Added(Optional.empty(), Optional.empty(), false)))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("هذه التوصية"),
                List.of())),
        comment("5", "bnu", "academia", Optional.empty(), content("en", FORMULA)));
  }

  /** The comment with a redline, a co-sponsor and a rationale. */
  private static Comment proposing(String id) {
    return new Comment(
        id,
        1,
        false,
        CONSULTATION,
        1,
        false,
        Instant.ofEpochSecond(2),
        Instant.ofEpochSecond(2),
        "eg",
        "member-state",
        Optional.of("african-states"),
        Optional.of("doc"),
        Optional.of("doc.13"),
        Optional.of(ITEM_A),
        Optional.of(1),
        Optional.empty(),
        List.of(new Comment.CoSponsor("cl", "member-state", Optional.empty())),
        1,
        0,
        Optional.of(proposal(ARABIC, PROPOSED_A)),
        Optional.empty());
  }

  /** A comment in Arabic that proposes a text. */
  public static Content proposal(String text, String proposed) {
    return new Content(
        "substantive",
        "support-with-changes",
        text,
        "ar",
        List.of(),
        Optional.of(proposed),
        Optional.of("ar"),
        Optional.of("توحيدا للمصطلحات."),
        Optional.empty(),
        List.of());
  }

  /** What a comment says at least. */
  public static Content content(String language, String text) {
    return new Content(
        "substantive",
        "not-stated",
        text,
        language,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** A comment. */
  public static Comment comment(
      String id,
      String participant,
      String participantClass,
      Optional<String> recommendation,
      Comment.Saying content) {
    return new Comment(
        id,
        1,
        false,
        CONSULTATION,
        1,
        false,
        Instant.ofEpochSecond(1),
        Instant.ofEpochSecond(1),
        participant,
        participantClass,
        Optional.empty(),
        Optional.of("doc"),
        recommendation.map(r -> "doc.13"),
        recommendation,
        recommendation.map(r -> 1),
        Optional.empty(),
        List.of(),
        1,
        0,
        Optional.of(content),
        Optional.empty());
  }

  /** The entries that were circulated, in the order of the draft. */
  public static List<DraftEntry> entries() {
    return List.of(
        new DraftEntry(entryId(2), 2, 1, Map.of("en", "States should co-operate."), "en"),
        new DraftEntry(entryId(1), 1, 1, Map.of("ar", "ينبغي للدول."), "ar"));
  }

  /** The id of an entry of the draft. */
  public static String entryId(int number) {
    return CONSULTATION + ".entry-" + number;
  }

  /** A comment on an entry of the draft. */
  public static Comment onEntry(String id, String participant, int entry, String text) {
    return new Comment(
        id,
        1,
        false,
        CONSULTATION,
        1,
        false,
        Instant.ofEpochSecond(1),
        Instant.ofEpochSecond(1),
        participant,
        "member-state",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(entryId(entry)),
        Optional.of(1),
        Optional.empty(),
        List.of(),
        1,
        0,
        Optional.of(content("en", text)),
        Optional.empty());
  }

  /** As many comments as are asked for, on two items, in Arabic and English. */
  public static List<Comment> many(int comments) {
    return IntStream.range(0, comments)
        .mapToObj(
            n ->
                comment(
                    "m" + n,
                    n % 3 == 0 ? "eg" : n % 3 == 1 ? "br" : "cn",
                    "member-state",
                    Optional.of(n % 2 == 0 ? ITEM_A : ITEM_JJ),
                    n % 2 == 0
                        ? proposal(ARABIC + " " + n, PROPOSED_A + " " + n)
                        : content("en", ENGLISH.repeat(3) + " " + n)))
        .toList();
  }

  /** The paper that the secretariat gets. */
  public static Paper paper(UnLanguage language, List<Comment> comments) {
    return paper(
        asked(language), new Sight("secretariat", Optional.empty(), comments, List.of(), Set.of()));
  }

  /** What is asked for, without anything special. */
  public static Asked asked(UnLanguage language) {
    return new Asked(
        PaperFormat.PDF,
        language,
        Order.OURS,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The paper of a sight. */
  public static Paper paper(Asked asked, Sight sight, Notice... since) {
    String tag = asked.language().tag();
    return new Composing(
            consultation(),
            items(),
            entries(),
            sight,
            List.of(since),
            order(tag),
            Sample::difference,
            asked)
        .paper(DAY);
  }

  /** The house order in a language. */
  public static HouseOrder order(String language) {
    return new HouseOrder(
        language, NAMES.getOrDefault(language, NAMES.getOrDefault("en", Map.of())));
  }

  private static Optional<List<Stretch>> difference(Comment comment) {
    return comment
        .said()
        .proposedText()
        .map(proposed -> WordDifference.between(TEXT_A, proposed, "ar"));
  }

  /** A text of exactly so many characters, of numbered Arabic words. */
  public static String arabic(int characters) {
    var text = new StringBuilder();
    List<String> words = List.of("التعاون", "الدولي", "المعلومات", "الخصوصية", "الأدلة");
    for (int n = 0; text.length() < characters; n++) {
      text.append(words.get(n % words.size())).append(' ').append(n).append(' ');
    }
    return text.substring(0, characters - 1) + "م";
  }

  /** Parts of a paper, entries in place. */
  static List<String> outline(Paper paper) {
    List<String> outline = new ArrayList<>();
    for (Part part : paper.parts()) {
      switch (part) {
        case Part.General general -> outline.add("general");
        case Part.Section section -> outline.add("section " + section.id());
        case Part.Item item -> outline.add("item " + item.item().number());
        case Part.Heading heading -> outline.add(heading.text());
        case Part.Point point ->
            outline.add(point.heading() + point.texts().stream().map(Wording::text).toList());
        case Part.Draft draft -> outline.add("draft");
        case Part.DraftEntry entry -> outline.add("entry " + entry.entry().number());
        case Part.Late late -> outline.add("late");
        case Part.Entries entries ->
            entries.each().forEach(entry -> outline.add(entry.participant()));
        case Part.Since since -> outline.addAll(since.sentences());
      }
    }
    return outline;
  }
}
