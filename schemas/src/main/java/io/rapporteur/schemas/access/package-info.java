/** Who asks: roles, tokens, and doors that are closed unless a service opens them. */
@NullMarked
package io.rapporteur.schemas.access;

import org.jspecify.annotations.NullMarked;
