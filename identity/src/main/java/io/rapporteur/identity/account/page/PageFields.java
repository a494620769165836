package io.rapporteur.identity.account.page;

import io.rapporteur.identity.account.Account;
import io.rapporteur.identity.account.PasswordPolicy;
import java.util.Optional;

/** Fields of forms. */
final class PageFields {

  private static final int LONGEST = 1_024;
  private static final int LONGEST_NAME = 60;

  private PageFields() {}

  /** What is longer is looked at no further. */
  static boolean isTooLong(String value) {
    return value.length() > LONGEST;
  }

  /** The name that a person gives a key, in one line; empty if it is none. */
  static Optional<String> keyName(String typed) {
    String name = typed.strip();
    return name.isEmpty()
            || name.codePointCount(0, name.length()) > LONGEST_NAME
            || name.codePoints().anyMatch(PageFields::isUnseen)
        ? Optional.empty()
        : Optional.of(name);
  }

  /** Whether a new password, typed twice, can be taken; says what is wrong with it if not. */
  static boolean isTaken(Pages.Page page, Account account, String password, String again) {
    if (isTooLong(password)) {
      page.problem("password", "too_long", PasswordPolicy.LONGEST);
      return false;
    }
    boolean taken = true;
    for (PasswordPolicy.Fault fault : PasswordPolicy.faults(account, password)) {
      taken = false;
      switch (fault) {
        case TOO_SHORT -> page.problem("password", "too_short", PasswordPolicy.SHORTEST);
        case TOO_LONG -> page.problem("password", "too_long", PasswordPolicy.LONGEST);
        case OWN_NAME -> page.problem("password", "own_name");
      }
    }
    if (taken && !password.equals(again)) {
      page.problem("again", "not_the_same");
      return false;
    }
    return taken;
  }

  private static boolean isUnseen(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }
}
