/* rapport-map-file.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a path to a map and back.
 */
#include "rapport-map-file.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-file-load.h"
#include "rapport-file-name.h"
#include "rapport-map-writer.h"

/**
 * rapport_map_file_load:
 * @stamp: (out) (optional) (transfer full): what the file looked like, for the save that follows
 * @error: %RAPPORT_FILE_ERROR or %RAPPORT_MAP_ERROR, with one sentence for the user
 *
 * Returns: (transfer full) (nullable): %NULL where the file is refused
 */
RapportMapReading *
rapport_map_file_load (const char *path, RapportFileStamp **stamp, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RapportMapReading *reading;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = rapport_file_load (path, stamp, error);
  if (bytes == NULL)
    return NULL;
  name = rapport_file_name_display (path);
  reading = rapport_map_read (bytes, name, error);
  if (reading == NULL && stamp != NULL)
    g_clear_pointer (stamp, rapport_file_stamp_unref);
  return reading;
}

/* What hung on a deleted sibling hangs elsewhere when it comes back, so only its bytes can be compared. */
static gboolean
is_the_same (RapportMap *map, GBytes *bytes, RapportMap *back)
{
  g_autoptr (GBytes) again = NULL;

  if (rapport_map_equal (map, back))
    return TRUE;
  if (!rapport_map_same_values (map, back))
    return FALSE;
  again = rapport_map_write (back);
  return g_bytes_equal (again, bytes);
}

/**
 * rapport_map_file_prove:
 * @bytes: what rapport_map_write() made of @map
 * @path: where the bytes will go, for the sentence of an error
 *
 * Reads the bytes back and compares: what cannot be opened again is never saved. May be called in a thread, for a map
 * that nobody else knows.
 *
 * Returns: whether they are the map
 */
gboolean
rapport_map_file_prove (RapportMap *map, GBytes *bytes, const char *path, GError **error)
{
  g_autofree char *name = rapport_file_name_display (path);
  g_autoptr (RapportMapReading) back = NULL;
  g_autoptr (GError) reason = NULL;

  back = rapport_map_read (bytes, name, &reason);
  if (back != NULL && is_the_same (map, bytes, back->map))
    return TRUE;
  g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_NOT_WRITTEN,
               _("“%s” could not be saved: what was to be written could not be read again. "
                 "The file is as it was; please save a copy and report this."),
               name);
  return FALSE;
}

/**
 * rapport_map_file_bytes:
 * @path: where the bytes will go, for the sentence of an error
 *
 * The map as it will be written, and proved.
 *
 * Returns: (transfer full) (nullable): %NULL where the comparison failed
 */
GBytes *
rapport_map_file_bytes (RapportMap *map, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = rapport_map_write (map);

  return rapport_map_file_prove (map, bytes, path, error) ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
is_for_newer_readers (RapportMap *map)
{
  return rapport_element_get_level (RAPPORT_ELEMENT (map), "min-reader") > RAPPORT_FORMAT_READER;
}

/**
 * rapport_map_file_save:
 * @stamp: (inout) (optional): what the file looked like when it was read; afterwards what it looks like now
 *
 * Writes the map by the safe routine. When this says so, the map is on disk.
 *
 * Returns: %FALSE with @error, one sentence for the user, where it is not; the old file is then as it was
 */
gboolean
rapport_map_file_save (RapportMap *map, const char *path, RapportFileStamp **stamp,
                       RapportFileSaveFlags flags, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (RAPPORT_IS_MAP (map) && path != NULL, FALSE);

  /* A map that we do not wholly understand may be copied, but its own file stays as it is. */
  if (is_for_newer_readers (map) && stamp != NULL && *stamp != NULL)
    {
      g_autofree char *name = rapport_file_name_display (path);

      g_set_error (error, RAPPORT_MAP_ERROR, RAPPORT_MAP_ERROR_READ_ONLY,
                   _("“%s” was made with a newer version and can only be saved as a copy."), name);
      return FALSE;
    }
  bytes = rapport_map_file_bytes (map, path, error);
  if (bytes == NULL)
    return FALSE;
  return rapport_file_save (path, bytes, stamp, flags, NULL, error);
}
