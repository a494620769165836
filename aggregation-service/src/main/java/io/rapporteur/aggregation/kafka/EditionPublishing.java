package io.rapporteur.aggregation.kafka;

import io.rapporteur.aggregation.compilation.Audience;
import io.rapporteur.aggregation.compilation.Comment;
import io.rapporteur.aggregation.compilation.Consultation;
import io.rapporteur.aggregation.compilation.Consultation.Edition;
import io.rapporteur.aggregation.compilation.Digest;
import io.rapporteur.aggregation.compilation.Leaf;
import io.rapporteur.aggregation.compilation.Manifest;
import io.rapporteur.aggregation.receipts.MerkleTree;
import io.rapporteur.events.EditionCut;
import io.rapporteur.events.EditionEvent;
import io.rapporteur.events.EditionReady;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.revision.CanonicalJson;
import io.rapporteur.schemas.signing.SigningKey;
import io.rapporteur.states.CompiledComment;
import io.rapporteur.states.EditionMarker;
import io.rapporteur.states.NoticeKind;
import io.rapporteur.states.PublishedComment;
import io.rapporteur.states.PublishedRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes editions public: says of which state of the log the edition is made, copies what it holds
 * into the public topic, then writes its marker, on which every public door opens. An edition
 * without a marker is done again from the beginning; the same records come out, under the same
 * keys. Of one for participants it is said that it is whole, on which every door opens to them, and
 * the rest is done when it is opened. One thread.
 */
final class EditionPublishing implements AutoCloseable {

  /**
   * A comment received before the cut may still be on its way for as long as the desk waits for the
   * log.
   */
  static final Duration SETTLING = EventLog.PATIENCE.plusSeconds(1);

  /** Type of a signed manifest. */
  private static final String MANIFEST = "rapporteur-edition";

  private static final Logger LOG = LoggerFactory.getLogger(EditionPublishing.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final CompilationView view;
  private final KafkaCompilations compilations;
  private final FoldProgress fold;
  private final EventLog<PublishedRecord> publicLog;
  private final EditionFacts facts;
  private final SigningKey key;
  private final NoticesSince notices;
  private final PostingAsReceived posting;
  private final Clock clock;
  private final Thread thread;
  private volatile boolean closing;

  EditionPublishing(
      CompilationView view,
      FoldProgress fold,
      EventLog<PublishedRecord> publicLog,
      EventLog<EditionEvent> editionLog,
      SigningKey key,
      Clock clock) {
    this.view = view;
    this.compilations = new KafkaCompilations(view, fold);
    this.fold = fold;
    this.publicLog = publicLog;
    this.facts = new EditionFacts(view, editionLog, clock);
    this.key = key;
    this.notices = new NoticesSince(view, publicLog);
    this.posting = new PostingAsReceived(view, publicLog);
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("edition-publishing").unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  private void work() {
    boolean first = true;
    while (!closing) {
      try {
        if (view.reader.ready()) {
          publishWhatIsDue();
          if (first) {
            notices.lookAtAll(compilations.consultations());
            posting.lookAtAll(compilations.consultations());
            first = false;
          }
          if (!view.received.isEmpty()) {
            posting.post(compilations.consultations());
          }
          if (!view.changed.isEmpty()) {
            notices.publish(compilations.consultations());
          }
        }
      } catch (RuntimeException e) {
        LOG.error("an edition could not be published; trying again", e);
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void publishWhatIsDue() {
    for (Consultation consultation : compilations.consultations()) {
      Optional<Manifest> before = Optional.empty();
      for (Edition edition : consultation.editions()) {
        Optional<Manifest> done =
            compilations.manifest(consultation.id(), edition.name(), edition.audience());
        boolean settled = clock.instant().isAfter(edition.cutAt().plus(SETTLING));
        if (done.isEmpty() && settled && fold.caughtUp() && compilations.catchUp()) {
          done = Optional.of(publish(consultation, edition, before));
        }
        if (done.isEmpty()) {
          // Each names the root of the one before it.
          break;
        }
        before = done;
      }
    }
  }

  /**
   * One that was published for participants is whole for them before anything of it is public, also
   * if it was opened meanwhile: so both read one manifest.
   */
  private Manifest publish(Consultation consultation, Edition edition, Optional<Manifest> before) {
    EditionCut cut = facts.cut(consultation.id(), edition, () -> cutOf(consultation, edition));
    boolean staged = edition.publishedFor() == Audience.PARTICIPANTS;
    Redactions known = redactions(consultation, cut, cut.getRedactionRanks());
    Supplier<Manifest> made =
        () -> manifest(consultation, edition, contents(consultation, cut, known), before);
    Manifest manifest = staged ? ready(consultation, edition, made) : made.get();
    if (!edition.open()) {
      LOG.info("edition {} of {} is whole for participants", edition.name(), consultation.id());
      return manifest;
    }
    Redactions redactions =
        staged
            ? redactions(
                consultation, cut, facts.opening(consultation.id(), edition).getRedactionRanks())
            : known;
    makePublic(consultation, edition, contents(consultation, cut, redactions), manifest);
    return manifest;
  }

  private Manifest ready(Consultation consultation, Edition edition, Supplier<Manifest> made) {
    return WholeEditions.manifest(
        edition.name(),
        facts.ready(
            consultation.id(),
            edition,
            () -> {
              Manifest manifest = made.get();
              return new EditionReady(
                  manifest.comments(), manifest.digest(), manifest.root(), manifest.signed());
            }));
  }

  private EditionContents contents(
      Consultation consultation, EditionCut cut, Redactions redactions) {
    return EditionContents.of(view.histories(consultation.id()), cut, redactions);
  }

  /** Translations are those of the cut, redactions those before these ranks. */
  private Redactions redactions(Consultation consultation, EditionCut cut, List<Long> ranks) {
    return new Redactions(
        view.redactions.lines(consultation.id(), ranks),
        comment -> view.secretariat.translations(comment, cut.getRedactionRanks()));
  }

  /** Of what was withdrawn since its cut, the public topic never holds the text. */
  private void makePublic(
      Consultation consultation, Edition edition, EditionContents contents, Manifest manifest) {
    Map<String, PublishedRecord> records = new LinkedHashMap<>();
    for (CompiledComment text : contents.inPublic()) {
      boolean withdrawn =
          NoticesSince.isWithdrawn(view.history(consultation.id(), text.getComment()));
      records.put(
          text.getComment(),
          new PublishedRecord(
              consultation.id(),
              edition.name(),
              withdrawn
                  ? NoticesSince.notice(text, NoticeKind.WITHDRAWN)
                  : new PublishedComment(text)));
    }
    publicLog.append(records);
    publicLog.append(
        consultation.id() + "/" + edition.name(),
        new PublishedRecord(
            consultation.id(),
            edition.name(),
            new EditionMarker(
                manifest.comments(), manifest.digest(), manifest.root(), manifest.signed())));
    if (edition.corrects().isPresent() || edition.publishedFor() == Audience.PARTICIPANTS) {
      // Its texts may have been revised since.
      notices.lookAt(consultation.id(), records.keySet());
    }
    LOG.info("edition {} of {} is public", edition.name(), consultation.id());
  }

  /** What has been read by now; an edition that corrects another keeps its texts. */
  private EditionCut cutOf(Consultation consultation, Edition edition) {
    EditionCut cut =
        EditionContents.cut(
            view.histories(consultation.id()), edition.cutAt(), view.redactions.ranks());
    return edition
        .corrects()
        .map(corrected -> EditionContents.keeping(cut, corrected(consultation, corrected, cut)))
        .orElse(cut);
  }

  /** Of an edition of before cuts were kept, the texts are told by its time alone. */
  private EditionCut corrected(Consultation consultation, String name, EditionCut now) {
    return view.cut(consultation.id(), name)
        .orElseGet(
            () ->
                EditionCut.newBuilder(now)
                    .setCutAt(consultation.edition(name).map(Edition::cutAt).orElse(now.getCutAt()))
                    .build());
  }

  private Manifest manifest(
      Consultation consultation,
      Edition edition,
      EditionContents contents,
      Optional<Manifest> before) {
    List<Comment> comments = contents.comments();
    String digest = Digest.of(comments.stream());
    String root = MerkleTree.of(contents.leaves().stream().map(Leaf::data).toList()).root();
    Map<String, Object> manifest = new TreeMap<>();
    manifest.put("consultation", consultation.id());
    manifest.put("edition", edition.name());
    manifest.put("cutAt", edition.cutAt().toString());
    manifest.put("comments", comments.size());
    manifest.put("digest", digest);
    manifest.put("root", root);
    before.ifPresent(earlier -> manifest.put("rootBefore", earlier.root()));
    return new Manifest(
        edition.name(),
        comments.size(),
        digest,
        root,
        key.sign(MANIFEST, CanonicalJson.bytes(manifest)));
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join(EventLog.PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    publicLog.close();
    facts.close();
  }
}
