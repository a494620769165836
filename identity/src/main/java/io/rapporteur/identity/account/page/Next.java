package io.rapporteur.identity.account.page;

import org.jspecify.annotations.Nullable;

/**
 * Where a person wanted to go before signing in: to an authorization of ours, or nowhere. No other
 * address is believed, since the parameter is anybody's to write.
 *
 * @param path to go to; empty for nowhere
 */
record Next(String path) {

  static final String PARAMETER = "next";

  private static final String AUTHORIZE = "/oauth2/authorize?";
  private static final int LONGEST = 4_000;

  static Next of(@Nullable String parameter) {
    return parameter != null
            && parameter.startsWith(AUTHORIZE)
            && parameter.length() <= LONGEST
            && parameter.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')
        ? new Next(parameter)
        : new Next("");
  }

  boolean isSomewhere() {
    return !path.isEmpty();
  }

  /** The path, or the person's own page. */
  String orOwnPage() {
    return isSomewhere() ? path : OwnAccountResource.PATH;
  }

  /** A path of ours that remembers it. */
  String after(String page) {
    return isSomewhere() ? page + "?" + PARAMETER + "=" + Pages.encoded(path) : page;
  }
}
