package io.rapporteur.comments.comment;

import io.rapporteur.schemas.http.Fault;
import io.rapporteur.schemas.http.ProblemType;
import io.rapporteur.schemas.http.RefusedException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * From what stands beside a comment to the group, the participants and the files that are meant.
 * Before anything is called unknown, the log is read to its end, once. Not thread-safe; for one
 * request.
 */
public final class BesideResolution {

  private final Consultations consultations;
  private final Attachments attachments;
  private final Instant at;
  private final Files files;
  private boolean readConsultations;
  private boolean readAttachments;

  /** Which files may be named. */
  public enum Files {
    /** Whatever has become of them: those of an act that was planned when they were good. */
    ANY,
    /** Those that were neither refused nor taken back; they may wait for their verdict. */
    STANDING,
    /** Those of them that have their verdict. */
    JUDGED
  }

  /**
   * Looks things up as of an instant.
   *
   * @param at when the right to speak for a group must hold
   */
  public BesideResolution(
      Consultations consultations, Attachments attachments, Instant at, Files files) {
    this.consultations = consultations;
    this.attachments = attachments;
    this.at = at;
    this.files = files;
  }

  /**
   * What is meant; what is at fault is left out.
   *
   * @param onBehalfOf code of the group
   * @param invited those who are asked to join
   */
  public record Resolved(
      Optional<String> onBehalfOf, List<Author> invited, List<Attachment> attachments) {

    /** Copies the lists. */
    public Resolved {
      invited = List.copyOf(invited);
      attachments = List.copyOf(attachments);
    }
  }

  /**
   * Looks up all of it.
   *
   * @param participant whose comment it is
   * @param faults told of everything that is not there, or not theirs to name
   * @throws RefusedException if someone speaks for a group and the log cannot be read to its end
   */
  public Resolved resolve(Beside named, String participant, Consumer<Fault> faults) {
    named.onBehalfOf().ifPresent(group -> voice(group, participant, faults));
    List<Author> invited = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < named.coSponsors().size(); i++) {
      coSponsor("coSponsors[" + i + "]", named.coSponsors().get(i), participant, faults)
          .filter(found -> seen.add(found.participant()))
          .ifPresent(invited::add);
    }
    List<Attachment> found = new ArrayList<>();
    for (String id : named.attachments()) {
      attachment(id, participant, faults).ifPresent(found::add);
    }
    return new Resolved(named.onBehalfOf(), invited, found);
  }

  private void voice(String group, String participant, Consumer<Fault> faults) {
    // A right ends at once, and with it all that an instance had read before.
    if (!consultationsRead()) {
      throw new RefusedException(
          ProblemType.NOT_READY, "The service has not read the log to its end; ask again.");
    }
    Set<String> may = consultations.groupsOf(participant, at);
    if (!may.contains(group)) {
      faults.accept(
          Fault.of(
              ProblemType.NO_RIGHT_TO_SPEAK,
              "onBehalfOf",
              group,
              may.isEmpty()
                  ? "absent; this participant may speak for no group now"
                  : "one of " + String.join(", ", new TreeSet<>(may)),
              List.of()));
    }
  }

  private Optional<Author> coSponsor(
      String field, String code, String participant, Consumer<Fault> faults) {
    if (code.equals(participant)) {
      faults.accept(Fault.of(field, code, "another than the author"));
      return Optional.empty();
    }
    Optional<Author> found = consultations.participant(code);
    if (found.isEmpty() && consultationsRead()) {
      found = consultations.participant(code);
    }
    if (found.isEmpty()) {
      faults.accept(
          Fault.of(ProblemType.NOT_A_PARTICIPANT, field, code, "code of a participant", List.of()));
    }
    return found;
  }

  private Optional<Attachment> attachment(String id, String participant, Consumer<Fault> faults) {
    Function<String, Optional<Attachment>> look =
        files == Files.ANY
            ? each -> attachments.uploaded(each, participant)
            : each -> attachments.attachment(each, participant);
    Optional<Attachment> found = look.apply(id);
    if (found.isEmpty() && attachmentsRead()) {
      found = look.apply(id);
    }
    if (found.isEmpty()) {
      faults.accept(
          Fault.of(
              ProblemType.UNKNOWN_REFERENCE,
              "attachments",
              id,
              "id of a file that the delegation uploaded and that was not refused",
              List.of()));
    } else if (files == Files.JUDGED
        && attachments.waiting(id)
        && !(attachmentsRead() && !attachments.waiting(id))) {
      faults.accept(
          Fault.of("attachments", id, "a file that has its verdict; this one waits for it"));
    }
    return found;
  }

  private boolean consultationsRead() {
    readConsultations = readConsultations || consultations.catchUp();
    return readConsultations;
  }

  private boolean attachmentsRead() {
    readAttachments = readAttachments || attachments.catchUp();
    return readAttachments;
  }
}
