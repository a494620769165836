package io.rapporteur.comments.kafka;

import io.rapporteur.comments.comment.Comments;
import io.rapporteur.comments.comment.Consultations;
import io.rapporteur.comments.table.Agendas;
import io.rapporteur.events.CommentEvent;
import io.rapporteur.schemas.access.Revocations;
import io.rapporteur.schemas.log.BrokerAccess;
import io.rapporteur.schemas.log.EventLog;
import io.rapporteur.schemas.log.LogIdentity;
import io.rapporteur.schemas.log.ViewReader;
import io.rapporteur.schemas.log.ViewStore;
import io.rapporteur.schemas.wire.SchemaIds;
import java.nio.file.Path;

/** The desk's ports on one view of the log. */
public final class Desk {

  private final DeskView view;
  private final Comments comments;
  private final Consultations consultations;
  private final Agendas agendas;

  /**
   * Opens the view, not yet reading.
   *
   * @param folder where the view is kept
   * @param log where comments are appended
   */
  public Desk(Path folder, BrokerAccess access, SchemaIds ids, EventLog<CommentEvent> log) {
    String format = DeskView.FORMAT + " of " + LogIdentity.of(access);
    view = new DeskView(ViewStore.open(folder, format), access, ids);
    comments = new KafkaComments(view, log);
    consultations = new KafkaConsultations(view);
    agendas = new KafkaAgendas(view);
  }

  /** What feeds the view. */
  public ViewReader reader() {
    return view.reader;
  }

  /** Tokens that have been taken back. */
  public Revocations revocations() {
    return view.revoked;
  }

  /** The comments of all. */
  public Comments comments() {
    return comments;
  }

  /** What the desk must know of others. */
  public Consultations consultations() {
    return consultations;
  }

  /** What consultations put forward for comment. */
  public Agendas agendas() {
    return agendas;
  }
}
