package io.rapporteur.schemas.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

/**
 * Calls webhooks as Standard Webhooks has it: a signed POST with {@code webhook-id}, {@code
 * webhook-timestamp} and {@code webhook-signature}, where a 2xx means taken and 410 that no more is
 * wanted. The id is that of what is told, the same at every try.
 *
 * <p>It goes to allowed hosts only, by https, and only to addresses of the public Internet: the
 * name is resolved once, all its addresses are looked at, and the connection is made to just these.
 * Redirects are not followed, no proxy is asked, nothing of the answer but its status is read.
 * Thread-safe.
 */
public final class WebhookClient implements AutoCloseable {

  private static final int GONE = 410;
  private static final int PATIENCES = 3;

  private final WebhookTerms terms;
  private final Clock clock;
  private final Vetted vetted;
  private final CloseableHttpClient client;

  /** Resolves names and trusts certificates as this machine does. */
  public WebhookClient(WebhookTerms terms, Clock clock) {
    this(terms, clock, InetAddress::getAllByName, SSLContexts.createDefault());
  }

  /**
   * With names and certificates of its own.
   *
   * @param names gives the addresses of a name
   * @param trust which certificates are believed
   */
  public WebhookClient(WebhookTerms terms, Clock clock, Names names, SSLContext trust) {
    this.vetted = new Vetted(names, terms.loopback());
    this.terms = terms;
    this.clock = clock;
    Timeout patience = Timeout.of(terms.patience());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(vetted)
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

  /**
   * What is expected of an address that no call may go to now; empty if one may. It is looked at
   * again at each call.
   *
   * @param url with a host
   */
  public Optional<String> refuses(URI url) {
    if (!terms.schemeAllowed(url)) {
      return Optional.of("an address of https");
    }
    if (!terms.hostAllowed(url)) {
      return Optional.of("a host and port that may be called from here");
    }
    try {
      vetted.resolve(url.getHost());
      return Optional.empty();
    } catch (RefusedAddressException e) {
      return Optional.of("a host whose addresses are all public");
    } catch (UnknownHostException e) {
      return Optional.of("a host that the name service knows");
    }
  }

  /**
   * Calls once.
   *
   * @param id of what is told
   * @param secrets each of which signs, {@code whsec_...}
   */
  public Answer post(URI url, String id, List<String> secrets, String body) {
    if (!terms.schemeAllowed(url)) {
      return new Answer.Never("the receiver is not reached by https");
    }
    if (!terms.hostAllowed(url)) {
      return new Answer.Never("the host of the receiver is not on the list of allowed hosts");
    }
    HttpPost post = signed(url, id, secrets, body);
    Future<?> bound =
        CompletableFuture.runAsync(
            post::abort,
            CompletableFuture.delayedExecutor(
                terms.patience().toMillis() * PATIENCES,
                TimeUnit.MILLISECONDS,
                Thread::startVirtualThread));
    try (ClassicHttpResponse answer = client.executeOpen(HttpHost.create(url), post, null)) {
      return answer(answer.getCode());
    } catch (RefusedAddressException e) {
      return new Answer.Never("the host of the receiver has an address that is not public");
    } catch (UnknownHostException e) {
      return new Answer.NotNow("the host of the receiver is not known to the name service");
    } catch (IOException e) {
      // Its message carries the host: it is not told.
      return new Answer.NotNow(
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

  private static Answer answer(int status) {
    if (status / 100 == 2) {
      return new Answer.Taken();
    }
    return status == GONE
        ? new Answer.Never("the receiver wants no more (410)")
        : new Answer.NotNow("the receiver answered " + status);
  }

  private HttpPost signed(URI url, String id, List<String> secrets, String body) {
    long timestamp = clock.instant().getEpochSecond();
    var post = new HttpPost(url);
    post.setHeader("webhook-id", id);
    post.setHeader("webhook-timestamp", Long.toString(timestamp));
    post.setHeader(
        "webhook-signature",
        secrets.stream()
            .map(secret -> Signature.of(secret, id, timestamp, body))
            .collect(Collectors.joining(" ")));
    post.setEntity(
        new StringEntity(body, ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    return post;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /** How a call went. A cause is in words, without an address or what the other side wrote. */
  public sealed interface Answer {

    /** The other side took it. */
    record Taken() implements Answer {}

    /** It may go better later. */
    record NotNow(String cause) implements Answer {}

    /** It will not go better. */
    record Never(String cause) implements Answer {}
  }

  /** Gives the addresses of a name. */
  @FunctionalInterface
  public interface Names {

    /** All of them. */
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
