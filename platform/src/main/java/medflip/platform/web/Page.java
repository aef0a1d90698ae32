package medflip.platform.web;

import java.util.List;

/**
 * A part of a list.
 *
 * @param page number of the page, from 0
 * @param size how many items a page has at most
 * @param total how many items the whole list has
 */
public record Page<T>(List<T> items, int page, int size, long total) {}
