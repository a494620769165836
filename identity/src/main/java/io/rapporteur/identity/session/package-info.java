/** What a browser is given to keep, sealed: sessions, steps of a sign-in, authorization codes. */
@NullMarked
package io.rapporteur.identity.session;

import org.jspecify.annotations.NullMarked;
