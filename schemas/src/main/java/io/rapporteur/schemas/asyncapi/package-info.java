/** The topics as AsyncAPI describes them, for those who read them with programs of their own. */
@NullMarked
package io.rapporteur.schemas.asyncapi;

import org.jspecify.annotations.NullMarked;
