/* rapport-clip.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-clip.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-codes.h"
#include "rapport-edits.h"
#include "rapport-list-write.h"
#include "rapport-map-reader.h"
#include "rapport-map-writer.h"
#include "rapport-picture.h"
#include "rapport-piece.h"
#include "rapport-sharing-copy.h"
#include "rapport-stakeholder.h"

struct _RapportClip
{
  gatomicrefcount refs;
  RapportMap *piece; /* owned */
  char *phase;       /* the time that was on show */
};

G_DEFINE_BOXED_TYPE (RapportClip, rapport_clip, rapport_clip_ref, rapport_clip_unref)

static RapportClip *
rapport_clip_new (RapportMap *piece, const char *phase)
{
  RapportClip *self = g_new0 (RapportClip, 1);

  g_atomic_ref_count_init (&self->refs);
  self->piece = g_object_ref (piece);
  self->phase = g_strdup (phase);
  return self;
}

RapportClip *
rapport_clip_ref (RapportClip *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rapport_clip_unref (RapportClip *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_object_unref (self->piece);
  g_free (self->phase);
  g_free (self);
}

/* --- Copying ---------------------------------------------------------------------------------------------------- */

/* Codes are those of the whole map, which the room knows. */
static void
name_by_codes (RapportMap *piece, RapportMap *map)
{
  g_autoptr (GHashTable) codes = rapport_codes_new (map);

  for (GSequenceIter *iter = rapport_element_list_first (rapport_map_get_list (piece, RAPPORT_LIST_STAKEHOLDERS));
       iter != NULL; iter = rapport_element_list_next (iter))
    {
      RapportElement *element = g_sequence_get (iter);

      rapport_element_init_text (element, "label", g_hash_table_lookup (codes, rapport_element_get_id (element)));
      rapport_element_init_text (element, "short", NULL);
      rapport_element_init_text (element, "other-label", NULL);
    }
}

static GdkContentProvider *
provide (const char *type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

/* Returns: (transfer full): what other programs may have of @stakeholders */
static RapportSharingCopy *
make_outside (RapportSession *session, GPtrArray *stakeholders)
{
  RapportMap *map = rapport_session_get_map (session);
  g_autoptr (RapportMap) piece = rapport_piece_cut (map, stakeholders);

  if (rapport_session_hides_names (session))
    name_by_codes (piece, map);
  return rapport_sharing_copy_new (piece, rapport_session_get_lens (session), RAPPORT_SHARING_NAMES_ALL);
}

/**
 * rapport_clip_copy_selection:
 *
 * Returns: (transfer full) (nullable): those who are selected and the links between them; %NULL where nobody is
 */
GdkContentProvider *
rapport_clip_copy_selection (RapportSession *session)
{
  RapportMap *map = rapport_session_get_map (session);
  const char *phase = rapport_lens_get_phase (rapport_session_get_lens (session));
  g_autoptr (GPtrArray) stakeholders
    = rapport_selection_list (rapport_session_get_selection (session), RAPPORT_TYPE_STAKEHOLDER);
  g_autoptr (RapportMap) piece = NULL;
  g_autoptr (RapportClip) clip = NULL;
  g_autoptr (RapportSharingCopy) outside = NULL;
  g_autoptr (GBytes) file = NULL;
  GdkContentProvider *forms[5];

  if (stakeholders->len == 0)
    return NULL;
  piece = rapport_piece_cut (map, stakeholders);
  clip = rapport_clip_new (piece, phase);
  outside = make_outside (session, stakeholders);
  file = rapport_map_write (outside->map);
  phase = rapport_lens_get_phase (outside->lens);
  forms[0] = gdk_content_provider_new_typed (RAPPORT_TYPE_CLIP, clip);
  forms[1] = gdk_content_provider_new_for_bytes (RAPPORT_CLIP_MAP, file);
  forms[2] = provide ("text/html", rapport_list_write_html (outside->map, phase));
  forms[3] = provide ("text/plain;charset=utf-8", rapport_list_write_text (outside->map, phase));
  forms[4] = provide ("text/plain", rapport_list_write_text (outside->map, phase));
  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}

static RapportScene *
new_scene (RapportSession *session)
{
  RapportMap *map = rapport_session_get_map (session);
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);

  return rapport_scene_new (map, rapport_session_get_lens (session), theme, NULL);
}

/* Twice as many pixels as a screen has, on an opaque ground: what is see-through turns black in office programs. */
static GdkContentProvider *
render (const RapportScene *scene, RapportPictureFormat format, const char *type, GError **error)
{
  RapportPictureOptions options = { .format = format, .scale = format == RAPPORT_PICTURE_PNG ? 2 : 1 };
  g_autoptr (GBytes) bytes = NULL;

  rapport_picture_size_init (&options.size);
  bytes = rapport_picture_render (scene, &options, NULL, error);
  return bytes != NULL ? gdk_content_provider_new_for_bytes (type, bytes) : NULL;
}

/* Returns: (transfer full) (nullable): the map as it is looked at, as PNG and SVG; %NULL with @error set */
GdkContentProvider *
rapport_clip_copy_picture (RapportSession *session, GError **error)
{
  g_autoptr (RapportScene) scene = new_scene (session);
  g_autoptr (GdkContentProvider) png = render (scene, RAPPORT_PICTURE_PNG, "image/png", error);
  g_autoptr (GdkContentProvider) svg = NULL;
  GdkContentProvider *forms[2];

  if (png != NULL)
    svg = render (scene, RAPPORT_PICTURE_SVG, "image/svg+xml", error);
  if (svg == NULL)
    return NULL;
  forms[0] = g_steal_pointer (&png);
  forms[1] = g_steal_pointer (&svg);
  return gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
}

/* Returns: (transfer full): a caption of one line, and below it what a reader who does not see the picture needs */
char *
rapport_clip_describe (RapportSession *session)
{
  g_autoptr (RapportScene) scene = new_scene (session);

  /* Translators: the first %s is a caption, the second a text of several paragraphs. */
  return g_strdup_printf (_("%s\n\n%s"), rapport_scene_get_title (scene), rapport_scene_get_description (scene));
}

/* --- Pasting ---------------------------------------------------------------------------------------------------- */

static char *
graft (RapportMap *piece, const char *piece_phase, RapportSession *session)
{
  RapportMap *map = rapport_session_get_map (session);
  const char *phase = rapport_lens_get_phase (rapport_session_get_lens (session));
  g_autoptr (GPtrArray) ids = NULL;
  RapportTransaction *transaction;
  const guint n = rapport_element_list_get_length (rapport_map_get_list (piece, RAPPORT_LIST_STAKEHOLDERS));

  if (n == 0 || !rapport_edits_are_possible (session))
    return NULL;
  transaction = rapport_history_begin (rapport_session_get_history (session), _("Paste"), NULL);
  ids = rapport_piece_graft (piece, piece_phase, map, phase, transaction);
  rapport_transaction_commit (transaction);
  g_ptr_array_add (ids, NULL);
  rapport_selection_set_all (rapport_session_get_selection (session), (const char *const *) ids->pdata);
  return g_strdup_printf (ngettext ("%u stakeholder was pasted", "%u stakeholders were pasted", n), n);
}

/* One step; those who came are selected. Returns: (transfer full) (nullable): what was done, as a sentence */
char *
rapport_clip_paste (RapportClip *self, RapportSession *session)
{
  return graft (self->piece, self->phase, session);
}

/* The same from another program's bytes. Returns: (transfer full) (nullable): %NULL where it is no map: see @error */
char *
rapport_clip_paste_bytes (GBytes *bytes, RapportSession *session, GError **error)
{
  g_autoptr (RapportMapReading) reading = rapport_map_read (bytes, _("the clipboard"), error);

  return reading != NULL ? graft (reading->map, NULL, session) : NULL;
}
