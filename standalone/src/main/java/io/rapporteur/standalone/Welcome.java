package io.rapporteur.standalone;

import java.nio.file.Path;

/** What the terminal says when all is ready: where, as whom, and a first comment to paste. */
record Welcome(String address, String pages, Path data, String broker) {

  static final String DEMO_SECRET = "demo";

  String text() {
    return """

        Rapporteur is ready at %1$s

          Clients    every participant's code (eg, br, ...) and secretariat; the secret is %2$s
          Read       curl %1$s/api/v1/consultations/ccpcj-eg4-stocktaking/recommendations
          Comment    as Egypt, on 13(jj):

        TOKEN=$(curl -s -u eg:%2$s -d grant_type=client_credentials %1$s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/'); curl -s -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '{"consultation":"ccpcj-eg4-stocktaking","recommendation":"13(jj)","kind":"substantive","position":"support","language":"en","text":"We support this recommendation."}' %1$s/api/v1/comments

          Compile    as the secretariat:

        TOKEN=$(curl -s -u secretariat:%2$s -d grant_type=client_credentials %1$s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/'); curl -s -H "Authorization: Bearer $TOKEN" %1$s/api/v1/compilations/ccpcj-eg4-stocktaking

          People     %5$s/people/sign-in, for accounts made by invitation: docs/operations.md
          Kafka      %4$s, users and passwords in %3$s/secrets/kafka.properties
          Stop       Ctrl-C
        """
        .formatted(address, DEMO_SECRET, data, broker, pages);
  }
}
