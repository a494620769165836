/** Problems as HTTP answers them (RFC 9457): one table from what went wrong to status and type. */
@NullMarked
package io.rapporteur.schemas.http;

import org.jspecify.annotations.NullMarked;
