package io.rapporteur.identity.account.http;

import io.rapporteur.identity.account.Accounts;
import io.rapporteur.identity.account.Holder;
import io.rapporteur.schemas.access.Caller;
import io.rapporteur.schemas.access.Duty;
import io.rapporteur.schemas.access.Role;
import io.rapporteur.schemas.http.Fields;
import io.rapporteur.schemas.http.TextLimit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fields of requests about accounts, checked, all faults at once. */
final class AccountFields {

  static final TextLimit NAME = TextLimit.characters(200);
  static final TextLimit REFERENCE = TextLimit.characters(2_000);

  private static final Map<String, Role> ROLES =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.PUBLIC)
          .collect(
              Collectors.toMap(
                  Role::claim, Function.identity(), (one, other) -> one, TreeMap::new));
  private static final Map<String, Duty> DUTIES =
      Arrays.stream(Duty.values())
          .collect(
              Collectors.toMap(
                  Duty::claim, Function.identity(), (one, other) -> one, TreeMap::new));

  private static final Map<String, Boolean> KINDS =
      new TreeMap<>(Map.of("client", false, "person", true));

  private AccountFields() {}

  /** Whether an account of a person is asked for; of a client if nothing is said. */
  static boolean ofAPerson(Fields fields) {
    return fields.optionalWord("kind", KINDS).orElse(false);
  }

  /** Whose account is asked for; a contact point can ask for its own delegation alone. */
  static Optional<Holder> holder(Fields fields, Caller caller, Accounts accounts) {
    Role role = fields.optionalWord("role", ROLES).orElse(Role.DELEGATION);
    Optional<String> named = fields.optionalText("participant", NAME);
    if (!caller.isSecretariat()) {
      String own = caller.participant().orElseThrow();
      if (role != Role.DELEGATION) {
        fields.fault("role", role.claim(), "delegation, or nothing");
      }
      named
          .filter(code -> !code.equals(own))
          .ifPresent(code -> fields.fault("participant", code, own + ", or nothing"));
      return Optional.of(Holder.delegation(own));
    }
    if (role != Role.DELEGATION) {
      named.ifPresent(
          code -> fields.fault("participant", code, "nothing, for the role " + role.claim()));
      return Optional.of(new Holder(role, Optional.empty()));
    }
    if (named.filter(accounts::knowsParticipant).isEmpty()) {
      fields.fault("participant", named.orElse("missing"), "code of a participant");
      return Optional.empty();
    }
    return named.map(Holder::delegation);
  }

  /** Duties that are listed. */
  static Set<Duty> duties(Fields fields) {
    Set<Duty> duties = EnumSet.noneOf(Duty.class);
    List<String> named = fields.texts("duties", DUTIES.size(), NAME);
    for (int i = 0; i < named.size(); i++) {
      Duty duty = DUTIES.get(named.get(i));
      if (duty == null) {
        fields.fault(
            "duties[" + i + "]", named.get(i), "one of " + String.join(", ", DUTIES.keySet()));
      } else {
        duties.add(duty);
      }
    }
    return duties;
  }
}
