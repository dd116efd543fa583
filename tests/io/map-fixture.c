/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-fixture.h"

#include <string.h>

#include "rapport-map-writer.h"

/* Returns: (transfer full) */
RapportMapReading *
read_map (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  RapportMapReading *reading = rapport_map_read (bytes, "test", &error);

  g_assert_no_error (error);
  g_assert_nonnull (reading);
  return reading;
}

/* Returns: (transfer full): what is read without any notice */
RapportMap *
read_only_map (const char *text)
{
  g_autoptr (RapportMapReading) reading = read_map (text);
  static const char *const none[] = { NULL };

  assert_notices (reading, none);
  return g_object_ref (reading->map);
}

/* Returns: (transfer full) */
char *
write_map (RapportMap *map)
{
  g_autoptr (GBytes) bytes = rapport_map_write (map);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

/* Returns: (transfer full): what is written, after it was read again as the same map and written the same */
char *
save_and_load (RapportMap *map)
{
  g_autofree char *text = write_map (map);
  g_autoptr (RapportMapReading) back = read_map (text);
  g_autofree char *again = write_map (back->map);

  g_assert_true (rapport_map_same_values (map, back->map));
  g_assert_cmpstr (again, ==, text);
  return g_steal_pointer (&text);
}

void
assert_notices (RapportMapReading *reading, const char *const *sentences)
{
  g_autofree char *found = NULL;
  g_autofree char *wanted = g_strjoinv ("\n", (char **) sentences);

  g_ptr_array_add (reading->notices, NULL);
  found = g_strjoinv ("\n", (char **) reading->notices->pdata);
  g_ptr_array_set_size (reading->notices, (int) reading->notices->len - 1);
  g_assert_cmpstr (found, ==, wanted);
}

/* It opens, with this one sentence or, with %NULL, none; and what is saved then is saved the same again. */
void
assert_reads (const char *text, const char *sentence)
{
  g_autoptr (RapportMapReading) reading = read_map (text);
  const char *const sentences[] = { sentence, NULL };
  g_autofree char *saved = NULL;

  assert_notices (reading, sentences);
  saved = save_and_load (reading->map);
}

void
assert_refused (GBytes *bytes, RapportMapError code, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RapportMapReading) reading = rapport_map_read (bytes, "test", &error);

  g_assert_null (reading);
  g_assert_error (error, RAPPORT_MAP_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, sentence);
}

void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

void
assert_stable (const char *text)
{
  g_autoptr (RapportMapReading) reading = read_map (text);
  g_autofree char *saved = save_and_load (reading->map);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* @folder: below that of the tests. Returns: (transfer full) (element-type filename): the maps in it */
GPtrArray *
list_maps (const char *folder)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".rapport"))
      g_ptr_array_add (list, g_build_filename (path, name, NULL));
  g_assert_cmpuint (list->len, >, 0);
  g_ptr_array_sort (list, compare_names);
  return list;
}

GBytes *
load_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

gboolean
is_long (void)
{
  return g_strcmp0 (g_getenv ("RAPPORT_LONG"), "1") == 0;
}
