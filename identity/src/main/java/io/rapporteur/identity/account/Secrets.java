package io.rapporteur.identity.account;

/** Makes secrets that nobody guesses. Implementations are thread-safe. */
@FunctionalInterface
public interface Secrets {

  /** A new secret. */
  Made make();

  /**
   * A secret, once.
   *
   * @param plain shown once, kept nowhere
   * @param hash what is kept
   */
  record Made(String plain, String hash) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Made[]";
    }
  }
}
