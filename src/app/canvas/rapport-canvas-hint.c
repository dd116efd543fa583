/* rapport-canvas-hint.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-canvas-hint.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-canvas-marks.h"

/* In pixels: above the lower edge, and above the middle of the wheel. */
#define ABOVE_EDGE 54
#define ABOVE_MIDDLE 24

void
rapport_canvas_hint_init (RapportCanvasHint *self, RapportCanvas *canvas)
{
  *self = (RapportCanvasHint){ .canvas = canvas };
}

void
rapport_canvas_hint_clear (RapportCanvasHint *self)
{
  g_clear_pointer (&self->waiting, g_free);
  g_clear_pointer (&self->around, g_free);
}

/* @waiting: (nullable): what a key waits for */
void
rapport_canvas_hint_set (RapportCanvasHint *self, const char *waiting)
{
  g_free (self->waiting);
  self->waiting = g_strdup (waiting);
}

/* @around: (nullable): whom the map is shown around. Returns: whether that is news */
gboolean
rapport_canvas_hint_set_around (RapportCanvasHint *self, const char *around)
{
  if (g_strcmp0 (around, self->around) == 0)
    return FALSE;
  g_free (self->around);
  self->around = g_strdup (around);
  return TRUE;
}

/* In the middle of the wheel, in the widget's pixels. */
static RapportPoint
find_middle (RapportCanvasHint *self)
{
  const RapportSceneItem *wheel
    = rapport_scene_find (rapport_canvas_get_scene (self->canvas), RAPPORT_ITEM_BACKDROP, NULL);

  if (wheel == NULL)
    return (RapportPoint){ gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2.0,
                           gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 2.0 };
  return rapport_canvas_from_map (self->canvas, wheel->bounds.x + wheel->bounds.width / 2,
                                  wheel->bounds.y + wheel->bounds.height / 2);
}

static gboolean
is_to_begin (RapportCanvasHint *self)
{
  RapportSession *session = rapport_canvas_get_session (self->canvas);
  RapportElementList *list = rapport_map_get_list (rapport_session_get_map (session), RAPPORT_LIST_STAKEHOLDERS);

  return rapport_element_list_get_length (list) == 0 && !rapport_session_is_read_only (session);
}

/* How to begin stands where the first may be put, while that is free; all else below the map. */
void
rapport_canvas_hint_snapshot (RapportCanvasHint *self, GtkSnapshot *snapshot, gboolean is_free)
{
  const char *words = self->waiting;
  GtkWidget *widget = GTK_WIDGET (self->canvas);

  if (words == NULL && is_free && is_to_begin (self))
    {
      const RapportPoint at = find_middle (self);

      rapport_canvas_marks_sign (self->canvas, snapshot,
                                 _("Double-click where somebody belongs, or press A,\nand type a name; or paste a list"),
                                 (float) at.x, (float) at.y - ABOVE_MIDDLE, TRUE);
      return;
    }
  if (words == NULL)
    words = self->around;
  if (words != NULL)
    rapport_canvas_marks_sign (self->canvas, snapshot, words, (float) gtk_widget_get_width (widget) / 2,
                               (float) gtk_widget_get_height (widget) - ABOVE_EDGE, TRUE);
}
