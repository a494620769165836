package io.rapporteur.comments.feed;

/**
 * An entry at its place among those of one strand that one reader, or everyone, gets.
 *
 * @param number from 1, without a gap
 * @param behind for a row of one reader: how many rows for everyone stand before it in the strand
 */
public record Row(long number, long behind, Entry entry) {}
