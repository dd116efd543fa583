/* rapport-canvas-moving.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is dragged is shown above the rest of the map, and nothing else is drawn anew meanwhile.
 */
#include "rapport-canvas-private.h"

/* Where there is more, those who are dragged are shown in outline: to begin would take longer than a hand is to wait. */
#define MOST_ITEMS_WHILE_MOVING 30000
#define MOST_MOVING 40

/* Whoever is let go stays where they are seen until the sharp picture has them. */
void
_rapport_canvas_snapshot_moving (RapportCanvas *self, GtkSnapshot *snapshot)
{
  if (self->dropped && rapport_picture_cache_is_sharp (self->cache, &self->view))
    g_clear_pointer (&self->moving, rapport_drag_picture_free);
  if (self->moving != NULL)
    rapport_drag_picture_snapshot (self->moving, snapshot, &self->view, gtk_widget_get_width (GTK_WIDGET (self)),
                                   gtk_widget_get_height (GTK_WIDGET (self)));
}

/* @starts: id → #RapportPoint, the stakeholders who are about to be moved, in map units. Returns: whether they will be
 * seen moving; they are too many otherwise */
gboolean
rapport_canvas_begin_moving (RapportCanvas *self, GHashTable *starts)
{
  const RapportPage own = rapport_canvas_page_get_page (&self->page);

  g_return_val_if_fail (RAPPORT_IS_CANVAS (self) && self->session != NULL, FALSE);
  _rapport_canvas_ensure_scene (self);
  rapport_canvas_glide_stop (self->glide);
  g_clear_pointer (&self->moving, rapport_drag_picture_free);
  self->dropped = FALSE;
  if (rapport_scene_get_n_items (self->scene) > MOST_ITEMS_WHILE_MOVING || g_hash_table_size (starts) > MOST_MOVING)
    return FALSE;
  self->moving = rapport_drag_picture_new (rapport_session_get_map (self->session),
                                           rapport_session_get_lens (self->session), _rapport_canvas_choose_theme (self),
                                           self->look != NULL ? &self->look->page : &own, starts);
  rapport_picture_cache_set_scene (self->cache, rapport_drag_picture_get_rest (self->moving));
  return TRUE;
}

/* @shift: from where they stood, in map units */
void
rapport_canvas_move_to (RapportCanvas *self, RapportPoint shift)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  _rapport_canvas_ensure_scene (self);
  if (self->moving != NULL)
    rapport_drag_picture_move (self->moving, shift);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* @from: id → #RapportPoint, in map units; @part: of the way there, from where they stand */
void
rapport_canvas_move_back (RapportCanvas *self, GHashTable *from, double part)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  if (self->moving != NULL)
    rapport_drag_picture_move_back (self->moving, from, part);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* They are let go. Where the map is not changed by it, they were moved back before. */
void
rapport_canvas_end_moving (RapportCanvas *self)
{
  g_return_if_fail (RAPPORT_IS_CANVAS (self));
  if (self->moving == NULL)
    return;
  self->dropped = TRUE;
  rapport_picture_cache_set_scene (self->cache, self->scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
