package io.kinrow.runtime.internal.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places of keys of any types. Keys that the database takes for equal are equal objects, but for
 * text under a collation such as SQLite's NOCASE or RTRIM, and for numbers that are text in one
 * table and not in the other: a key that nobody looks for is matched as text without regard to case
 * and trailing spaces.
 *
 * <p>Where several keys look like that one, what is found is put in a place behind all keys, the
 * same for all of them, to be {@linkplain #share shared} by those that have found nothing.
 */
final class AnyKeyPlaces extends KeyPlaces {

  private final List<Object> keys;
  private final Map<Object, Integer> places;

  /** For each appearance the places of the keys that have it; null until a key is not found. */
  private @Nullable Map<Object, List<Integer>> alike;

  AnyKeyPlaces(int most) {
    keys = new ArrayList<>(most);
    places = new HashMap<>(most * 2);
  }

  @Override
  public int add(Object key) {
    Integer known = places.putIfAbsent(key, keys.size());
    if (known != null) {
      return known;
    }
    keys.add(key);
    return keys.size() - 1;
  }

  @Override
  int add(long key) {
    return add((Object) key);
  }

  @Override
  public int find(Object key) {
    Integer place = places.get(key);
    if (place != null) {
      return place;
    }
    List<Integer> same = alike(key);
    return same.isEmpty() ? -1 : same.size() == 1 ? same.get(0) : shared(same);
  }

  @Override
  int find(long key) {
    return find((Object) key);
  }

  private int shared(List<Integer> same) {
    return keys.size() + same.get(0);
  }

  @Override
  public List<Object> keys() {
    return keys;
  }

  @Override
  List<List<Object>> layers() {
    if (keys.stream().noneMatch(AnyKeyPlaces::isText)) {
      return List.of(keys);
    }
    List<List<Object>> layers = new ArrayList<>();
    Map<Object, Integer> seen = new HashMap<>();
    for (Object key : keys) {
      int layer = isText(key) ? seen.merge(plain(key), 1, Integer::sum) - 1 : 0;
      if (layer == layers.size()) {
        layers.add(new ArrayList<>());
      }
      layers.get(layer).add(key);
    }
    return layers;
  }

  @Override
  public int room() {
    return keys.size() * 2;
  }

  @Override
  public void share(@Nullable Object[] found) {
    if (alike == null) {
      return;
    }
    for (List<Integer> same : alike.values()) {
      for (int place : same) {
        if (found[place] == null) {
          found[place] = found[shared(same)];
        }
      }
    }
  }

  @Override
  List<Object> doubtful(@Nullable Object[] found) {
    List<Object> doubtful = new ArrayList<>();
    for (int place = 0; place < keys.size(); place++) {
      Object key = keys.get(place);
      if (found[place] == null
          && isText(key)
          && alike(key).stream().anyMatch(other -> found[other] != null)) {
        doubtful.add(key);
      }
    }
    return doubtful;
  }

  private List<Integer> alike(Object key) {
    Map<Object, List<Integer>> known = alike;
    if (known == null) {
      known = new HashMap<>();
      for (int place = 0; place < keys.size(); place++) {
        known.computeIfAbsent(plain(keys.get(place)), unused -> new ArrayList<>()).add(place);
      }
      alike = known;
    }
    return known.getOrDefault(plain(key), List.of());
  }

  private static boolean isText(Object key) {
    return key instanceof String
        || (key instanceof List<?> parts && parts.stream().anyMatch(String.class::isInstance));
  }

  private static Object plain(Object key) {
    if (key instanceof List<?> parts) {
      return Arrays.asList(parts.stream().map(AnyKeyPlaces::plain).toArray());
    }
    return String.valueOf(key).stripTrailing().toLowerCase(Locale.ROOT);
  }
}
