package io.rapporteur.schemas.log;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Which log this is: a view of one cluster must not go on with another. */
public final class LogIdentity {

  private LogIdentity() {}

  /**
   * The cluster id.
   *
   * @throws IllegalStateException if the broker cannot be reached or refuses the credentials
   */
  public static String of(BrokerAccess access) {
    try (Admin admin = Admin.create(access.clientSettings())) {
      return admin.describeCluster().clusterId().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("broker " + access + ": no answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("broker " + access + ": interrupted", e);
    }
  }
}
