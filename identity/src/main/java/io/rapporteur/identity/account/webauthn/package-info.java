/** Keys of people: the ceremonies of WebAuthn, by Spring Security and WebAuthn4J. */
@NullMarked
package io.rapporteur.identity.account.webauthn;

import org.jspecify.annotations.NullMarked;
