/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a path to a map and back: what changed outside, what is for newer programs, what cannot be read again.
 */
#include <string.h>

#include "map-fixture.h"
#include "rapport-map-file.h"
#include "save-fixture.h"

#define TEXT STAKEHOLDERS ("<stakeholder id=\"s1\"><label>One</label></stakeholder>")

static RapportMapReading *
open_map (Fixture *f, const char *text)
{
  RapportMapReading *reading;

  put (f->path, text);
  reading = rapport_map_file_load (f->path, &f->stamp, &f->error);
  g_assert_no_error (f->error);
  g_assert_nonnull (f->stamp);
  return reading;
}

static void
check_load_and_save (Fixture *f, gconstpointer data)
{
  g_autoptr (RapportMapReading) reading = open_map (f, TEXT);
  g_autofree char *text = write_map (reading->map);

  rapport_element_init_text (rapport_map_lookup (reading->map, "s1"), "label", "Two");
  g_assert_true (rapport_map_file_save (reading->map, f->path, &f->stamp, RAPPORT_FILE_SAVE_NONE, &f->error));
  g_clear_pointer (&text, g_free);
  text = write_map (reading->map);
  assert_has (f->path, text);
  /* The stamp is the new one: saving again is no conflict. */
  g_assert_true (rapport_map_file_save (reading->map, f->path, &f->stamp, RAPPORT_FILE_SAVE_NONE, &f->error));
  assert_no_litter (f);
}

static void
check_changed_outside (Fixture *f, gconstpointer data)
{
  g_autoptr (RapportMapReading) reading = open_map (f, TEXT);

  put (f->path, "somebody else's");
  g_assert_false (rapport_map_file_save (reading->map, f->path, &f->stamp, RAPPORT_FILE_SAVE_NONE, &f->error));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_CHANGED_OUTSIDE);
  assert_has (f->path, "somebody else's");
  g_clear_error (&f->error);
  g_assert_true (rapport_map_file_save (reading->map, f->path, &f->stamp, RAPPORT_FILE_SAVE_OVERWRITE, &f->error));
}

static void
check_newer (Fixture *f, gconstpointer data)
{
  static const char text[] = "<map xmlns=\"urn:x-rapport:map\" version=\"9.0\" min-reader=\"9\"/>";
  g_autoptr (RapportMapReading) reading = open_map (f, text);
  const char *copy = fixture_path (f, "copy.rapport");
  g_autofree char *written = write_map (reading->map);

  g_assert_true (reading->read_only);
  g_assert_false (rapport_map_file_save (reading->map, f->path, &f->stamp, RAPPORT_FILE_SAVE_NONE, &f->error));
  g_assert_error (f->error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_READ_ONLY);
  g_assert_cmpstr (f->error->message, ==,
                   "“map.rapport” was made with a newer version and can only be saved as a copy.");
  assert_has (f->path, text);
  g_clear_error (&f->error);
  g_assert_true (rapport_map_file_save (reading->map, copy, NULL, RAPPORT_FILE_SAVE_NONE, &f->error));
  assert_has (copy, written);
}

static void
check_refused (Fixture *f, gconstpointer data)
{
  put (f->path, "<html/>");
  g_assert_null (rapport_map_file_load (f->path, &f->stamp, &f->error));
  g_assert_null (f->stamp);
  g_assert_cmpstr (f->error->message, ==, "“map.rapport” is not a map (found <html>).");
  g_clear_error (&f->error);
  g_assert_null (rapport_map_file_load (fixture_path (f, "none.rapport"), NULL, &f->error));
  g_assert_error (f->error, RAPPORT_FILE_ERROR, RAPPORT_FILE_ERROR_NOT_FOUND);
}

/* Foreign parts that are no XML, as no reader makes them. */
static void
check_not_readable (Fixture *f, gconstpointer data)
{
  static const char *const parts[] = { "<open>", "&nothing;", "</map>", "<label>another</label>" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (RapportMapReading) reading = open_map (f, TEXT);
      RapportElement *s1 = rapport_map_lookup (reading->map, "s1");

      rapport_element_init_text (s1, "label", NULL);
      rapport_foreign_add_child (rapport_element_init_foreign (s1), "", parts[i]);
      g_assert_false (rapport_map_file_save (reading->map, f->path, &f->stamp, RAPPORT_FILE_SAVE_NONE, &f->error));
      g_assert_error (f->error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_NOT_WRITTEN);
      g_assert_cmpstr (f->error->message, ==,
                       "“map.rapport” could not be saved: what was to be written could not be read again. "
                       "The file is as it was; please save a copy and report this.");
      assert_has (f->path, TEXT);
      g_clear_error (&f->error);
      g_clear_pointer (&f->stamp, rapport_file_stamp_unref);
    }
}

int
main (int argc, char **argv)
{
  fixture_prepare ();
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/map-file/load-and-save", check_load_and_save);
  fixture_add ("/map-file/changed-outside", check_changed_outside);
  fixture_add ("/map-file/newer", check_newer);
  fixture_add ("/map-file/refused", check_refused);
  fixture_add ("/map-file/not-readable", check_not_readable);
  return g_test_run ();
}
