/** What is sealed opens for one purpose, for a time, and for who has the key. */
@NullMarked
package io.rapporteur.identity.session;

import org.jspecify.annotations.NullMarked;
