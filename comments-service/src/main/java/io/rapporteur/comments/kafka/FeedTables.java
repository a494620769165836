package io.rapporteur.comments.kafka;

import io.rapporteur.comments.feed.Detail;
import io.rapporteur.comments.feed.Entry;
import io.rapporteur.comments.feed.Kind;
import io.rapporteur.comments.feed.Row;
import io.rapporteur.comments.feed.Source;
import io.rapporteur.comments.feed.Strand;
import io.rapporteur.comments.feed.TellingOfComments;
import io.rapporteur.comments.feed.Told;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.events.ConsultationEvent;
import io.rapporteur.events.DecisionEvent;
import io.rapporteur.events.ParticipationEvent;
import io.rapporteur.events.RecommendationEvent;
import io.rapporteur.events.SilenceEvent;
import io.rapporteur.events.SilenceQuestionPut;
import io.rapporteur.schemas.joint.JointText;
import io.rapporteur.schemas.log.Partitioning;
import io.rapporteur.schemas.log.Table;
import io.rapporteur.schemas.log.ViewBatch;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.topics.TopicCatalogue;
import io.rapporteur.states.FeedComment;
import io.rapporteur.states.FeedRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The feeds of all participants, as the desk's view keeps them: counted events alone, each row
 * numbered within its reader, topic and partition. So the numbers depend on the order of one
 * partition, and are the same on every instance and after a restore. What everyone is told is kept
 * once.
 */
final class FeedTables {

  private static final Partitioning COMMENTS = Partitioning.byKey(TopicCatalogue.COMMENT_EVENTS);
  private static final Partitioning PARTICIPATION =
      Partitioning.byKey(TopicCatalogue.PARTICIPATION_EVENTS);
  private static final Partitioning CONSULTATIONS =
      Partitioning.byKey(TopicCatalogue.CONSULTATION_EVENTS);
  private static final Partitioning RECOMMENDATIONS =
      Partitioning.byKey(TopicCatalogue.RECOMMENDATION_EVENTS);
  private static final Partitioning SILENCE = Partitioning.byKey(TopicCatalogue.SILENCE_EVENTS);
  private static final Partitioning MEETINGS = Partitioning.byKey(TopicCatalogue.DECISION_EVENTS);

  /** Rows, by {@code reader/source/partition/number}. */
  private final Table<FeedRow> rows;

  /** The last row, by {@code reader/source/partition}. */
  private final Table<FeedRow> last;

  /** What stands of each comment, by comment. */
  private final Table<FeedComment> comments;

  FeedTables(ViewStore store) {
    rows = store.table("feed", FeedRow.getClassSchema());
    last = store.table("feed-last", FeedRow.getClassSchema());
    comments = store.table("feed-comment", FeedComment.getClassSchema());
  }

  void comment(CommentEvent event, ViewBatch view) {
    String id = event.getComment();
    JointText before = view.get(comments, id).map(FeedEvents::jointText).orElse(JointText.NOTHING);
    var made = CommentEvents.revision(event, event.getReceivedAt());
    tell(Source.COMMENTS, id, TellingOfComments.of(made, before), view);
    JointText after = before.after(made.number(), made.fact().deed(made.late()));
    view.put(comments, id, FeedEvents.comment(after));
  }

  void participation(ParticipationEvent event, ViewBatch view) {
    tell(Source.PARTICIPATION, event.getParticipant(), FeedEvents.told(event), view);
  }

  void consultation(ConsultationEvent event, ViewBatch view) {
    tell(Source.CONSULTATIONS, event.getConsultation(), FeedEvents.told(event), view);
  }

  void recommendation(RecommendationEvent event, ViewBatch view) {
    tell(Source.RECOMMENDATIONS, event.getRecommendation(), FeedEvents.told(event), view);
  }

  /** What happens to a question is told to those who are asked. */
  void silence(SilenceEvent event, SilenceQuestionPut question, ViewBatch view) {
    tell(Source.SILENCE, event.getQuestion(), FeedEvents.told(event, question), view);
  }

  void meeting(DecisionEvent event, ViewBatch view) {
    tell(Source.MEETINGS, event.getConsultation(), FeedEvents.told(event), view);
  }

  List<Row> rows(String reader, Strand strand, long after, int limit) {
    String start = key(reader, strand) + "/";
    return rows.page(start, after == 0 ? "" : start + number(after), limit).stream()
        .map(row -> row(row.value()))
        .toList();
  }

  long last(String reader, Strand strand) {
    return last.get(key(reader, strand)).map(FeedRow::getNumber).orElse(0L);
  }

  private void tell(Source source, String key, List<Told> told, ViewBatch view) {
    if (told.isEmpty()) {
      return;
    }
    Strand strand = strand(source, key);
    long forEveryone = count(Told.EVERYONE, strand, view);
    for (Told each : told) {
      String place = key(each.reader(), strand);
      boolean everyone = each.reader().equals(Told.EVERYONE);
      long number = (everyone ? forEveryone : count(each.reader(), strand, view)) + 1;
      FeedRow row = row(number, everyone ? number : forEveryone, each.entry());
      view.put(rows, place + "/" + number(number), row);
      view.put(last, place, row);
    }
  }

  private static Strand strand(Source source, String key) {
    Partitioning placed =
        switch (source) {
          case COMMENTS -> COMMENTS;
          case PARTICIPATION -> PARTICIPATION;
          case CONSULTATIONS -> CONSULTATIONS;
          case RECOMMENDATIONS -> RECOMMENDATIONS;
          case SILENCE -> SILENCE;
          case MEETINGS -> MEETINGS;
        };
    return new Strand(source, placed.partition(key));
  }

  private long count(String reader, Strand strand, ViewBatch view) {
    return view.get(last, key(reader, strand)).map(FeedRow::getNumber).orElse(0L);
  }

  private static String key(String reader, Strand strand) {
    return String.format(
        Locale.ROOT, "%s/%d/%02d", reader, strand.source().ordinal(), strand.partition());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%015d", number);
  }

  private static FeedRow row(long number, long behind, Entry entry) {
    Map<String, String> details = new TreeMap<>();
    entry.details().forEach((detail, value) -> details.put(detail.name(), value));
    return new FeedRow(
        number, behind, entry.kind().name(), entry.at(), entry.about(), entry.readable(), details);
  }

  private static Row row(FeedRow row) {
    Map<Detail, String> details = new EnumMap<>(Detail.class);
    row.getDetails().forEach((detail, value) -> details.put(Detail.valueOf(detail), value));
    return new Row(
        row.getNumber(),
        row.getBehind(),
        new Entry(
            Kind.valueOf(row.getKind()), row.getAt(), row.getAbout(), row.getReadable(), details));
  }
}
