/** What services that send something share: whether an instance may, and when it tries again. */
@NullMarked
package io.rapporteur.schemas.delivery;

import org.jspecify.annotations.NullMarked;
