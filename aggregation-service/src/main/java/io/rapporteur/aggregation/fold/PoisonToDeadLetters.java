package io.rapporteur.aggregation.fold;

import io.rapporteur.schemas.log.DeadLetters;
import io.rapporteur.schemas.topics.Principal;
import io.rapporteur.schemas.wire.PoisonException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Poison is kept as a dead letter, in the same transaction as the position, and the stream goes on.
 * A registry without an answer or an event newer than this version stops the stream thread, which
 * is started again and tries again.
 */
public final class PoisonToDeadLetters implements DeserializationExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(PoisonToDeadLetters.class);

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PoisonException) {
        LOG.warn(
            "compilation keeps a dead letter of {}-{}-{}",
            record.topic(),
            record.partition(),
            record.offset());
        return Response.resume(List.of(DeadLetters.letter(Principal.AGGREGATION, record, cause)));
      }
    }
    return Response.fail();
  }
}
