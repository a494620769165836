package io.rapporteur.ingest.circulation.webhook;

import io.rapporteur.ingest.circulation.Contact;
import io.rapporteur.ingest.circulation.Courier;
import io.rapporteur.ingest.circulation.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries messages by webhook as Standard Webhooks has it: a signed POST with {@code webhook-id},
 * {@code webhook-timestamp} and {@code webhook-signature}, where a 2xx means taken and 410 that no
 * more is wanted. The id is that of the delivery, the same at every try.
 *
 * <p>It goes to allowed hosts only, by https, and only to addresses of the public Internet: the
 * name is resolved once, all its addresses are looked at, and the connection is made to just these.
 * Redirects are not followed, no proxy is asked, nothing of the answer but its status is read.
 * Thread-safe.
 */
public final class WebhookCourier implements Courier, AutoCloseable {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int GONE = 410;
  private static final int PATIENCES = 3;

  private final WebhookTerms terms;
  private final Clock clock;
  private final CloseableHttpClient client;

  /** Resolves names as this machine does. */
  public WebhookCourier(WebhookTerms terms, Clock clock) {
    this(terms, clock, InetAddress::getAllByName, SSLContexts.createDefault());
  }

  WebhookCourier(WebhookTerms terms, Clock clock, Names names, SSLContext trust) {
    this.terms = terms;
    this.clock = clock;
    Timeout patience = Timeout.of(terms.patience());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new Vetted(names, terms.loopback()))
                    .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                    // How many there are side by side is decided by who calls.
                    .setMaxConnTotal(Integer.MAX_VALUE)
                    .setMaxConnPerRoute(Integer.MAX_VALUE)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(patience)
                            .setSocketTimeout(patience)
                            .build())
                    .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(patience).build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(patience)
                    .setConnectionRequestTimeout(patience)
                    .build())
            // A kept connection would outlive what its address was looked at for.
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Rapporteur")
            .build();
  }

  @Override
  public Outcome carry(Message message, Contact contact) {
    Contact.Webhook receiver = contact.webhook().orElseThrow();
    URI url = receiver.url();
    if (!terms.schemeAllowed(url)) {
      return new Outcome.Never("the receiver is not reached by https");
    }
    if (!terms.hostAllowed(url)) {
      return new Outcome.Never("the host of the receiver is not on the list of allowed hosts");
    }
    HttpPost post = post(message, contact.language(), receiver);
    Future<?> bound =
        CompletableFuture.runAsync(
            post::abort,
            CompletableFuture.delayedExecutor(
                terms.patience().toMillis() * PATIENCES,
                TimeUnit.MILLISECONDS,
                Thread::startVirtualThread));
    try (ClassicHttpResponse answer = client.executeOpen(HttpHost.create(url), post, null)) {
      return outcome(answer.getCode());
    } catch (RefusedAddressException e) {
      return new Outcome.Never("the host of the receiver has an address that is not public");
    } catch (UnknownHostException e) {
      return new Outcome.NotNow("the host of the receiver is not known to the name service");
    } catch (IOException e) {
      // Its message carries the host: it is not told.
      return new Outcome.NotNow(
          ofCertificate(e)
              ? "the certificate of the receiver is not trusted, not valid now, or not for its host"
              : "the receiver cannot be reached or did not answer in time");
    } finally {
      bound.cancel(false);
    }
  }

  private static boolean ofCertificate(Throwable e) {
    return e instanceof SSLPeerUnverifiedException
        || e instanceof CertificateException
        || (e.getCause() != null && ofCertificate(e.getCause()));
  }

  private static Outcome outcome(int status) {
    if (status / 100 == 2) {
      return new Outcome.Taken();
    }
    return status == GONE
        ? new Outcome.Never("the receiver wants no more (410)")
        : new Outcome.NotNow("the receiver answered " + status);
  }

  private HttpPost post(Message message, String language, Contact.Webhook receiver) {
    String body = body(message, language);
    long timestamp = clock.instant().getEpochSecond();
    var post = new HttpPost(receiver.url());
    post.setHeader("webhook-id", message.id());
    post.setHeader("webhook-timestamp", Long.toString(timestamp));
    post.setHeader(
        "webhook-signature", Signature.of(receiver.secret(), message.id(), timestamp, body));
    post.setEntity(
        new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    return post;
  }

  private static String body(Message message, String language) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("consultation", message.consultation());
    data.put("title", message.title(language).text());
    message.occasion().closesAt().ifPresent(at -> data.put("closesAt", at.toString()));
    message.occasion().closesAt().ifPresent(at -> data.put("zone", message.zone()));
    message.occasion().edition().ifPresent(edition -> data.put("edition", edition));
    data.put("link", message.link().toString());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "consultation." + message.occasion().kind().word());
    body.put("timestamp", message.occasion().happenedAt().toString());
    body.put("data", data);
    return MAPPER.writeValueAsString(body);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /** Gives the addresses of a name. */
  @FunctionalInterface
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** An address that a webhook must not go to. */
  private static final class RefusedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }

  /** Gives addresses that may be connected to; one that may not spoils the name. */
  private record Vetted(Names names, boolean loopback) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] addresses = names.addresses(host);
      for (InetAddress address : addresses) {
        if (!PublicAddresses.contain(address) && !(loopback && address.isLoopbackAddress())) {
          throw new RefusedAddressException();
        }
      }
      return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
