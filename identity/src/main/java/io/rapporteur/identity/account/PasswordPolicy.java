package io.rapporteur.identity.account;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Which passwords are taken: 12 to 256 characters, any of them, without the account's own name
 * (NIST SP 800-63B, section 3.1.1.2). No other rule: a second factor stands beside it.
 */
public final class PasswordPolicy {

  /** Fewest characters. */
  public static final int SHORTEST = 12;

  /** Most characters. */
  public static final int LONGEST = 256;

  private static final int SHORTEST_NAME = 4;

  private PasswordPolicy() {}

  /** What is wrong with a password. */
  public enum Fault {
    /** Fewer than {@link #SHORTEST} characters. */
    TOO_SHORT,
    /** More than {@link #LONGEST} characters. */
    TOO_LONG,
    /** It has the id or the name of the account in it. */
    OWN_NAME
  }

  /** All faults of a password for this account. */
  public static Set<Fault> faults(Account account, String password) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    String plain = normal(password);
    int length = plain.codePointCount(0, plain.length());
    if (length < SHORTEST) {
      faults.add(Fault.TOO_SHORT);
    }
    if (length > LONGEST) {
      faults.add(Fault.TOO_LONG);
    }
    if (holds(plain, account.id()) || holds(plain, account.name())) {
      faults.add(Fault.OWN_NAME);
    }
    return faults;
  }

  /** The form that is hashed: the same for all ways to type the same characters. */
  public static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static boolean holds(String password, String name) {
    String own = normal(name).strip().toLowerCase(Locale.ROOT);
    return own.length() >= SHORTEST_NAME && password.toLowerCase(Locale.ROOT).contains(own);
  }
}
