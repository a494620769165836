/**
 * The compilation as a paper that people print, mark and hand on: what is on it, in which order, in
 * which words. Plain Java; each format has a room of its own.
 */
@NullMarked
package io.rapporteur.aggregation.paper;

import org.jspecify.annotations.NullMarked;
