/* rapport-drag-picture.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-drag-picture.h"

#include "rapport-cairo-painter.h"

struct _RapportDragPicture
{
  /* Owned */
  RapportSceneMover *mover;
  RapportScene *rest;
  RapportScene *moving;
  RapportCairoPainter *painter;
  char **ids;
  RapportPoint *starts; /* of each: where it stood */
};

static void
take_starts (RapportDragPicture *self, GHashTable *starts)
{
  GHashTableIter iter;
  gpointer id, start;
  guint n = 0;

  self->ids = g_new0 (char *, g_hash_table_size (starts) + 1);
  self->starts = g_new (RapportPoint, g_hash_table_size (starts) + 1);
  g_hash_table_iter_init (&iter, starts);
  while (g_hash_table_iter_next (&iter, &id, &start))
    {
      self->ids[n] = g_strdup (id);
      self->starts[n++] = *(const RapportPoint *) start;
    }
}

/**
 * rapport_drag_picture_new:
 * @page: (nullable): as the map's scene has it
 * @starts: id → #RapportPoint, the stakeholders that move and where they stand, in map units
 *
 * The map must not change while they are moved.
 *
 * Returns: (transfer full)
 */
RapportDragPicture *
rapport_drag_picture_new (RapportMap *map, const RapportLens *lens, const RapportTheme *theme,
                          const RapportPage *page, GHashTable *starts)
{
  RapportDragPicture *self = g_new0 (RapportDragPicture, 1);

  self->mover = rapport_scene_mover_new (map, lens, theme, page);
  self->painter = rapport_cairo_painter_new ();
  take_starts (self, starts);
  self->rest = rapport_scene_mover_without (self->mover, (const char *const *) self->ids);
  self->moving = rapport_scene_mover_only (self->mover, (const char *const *) self->ids);
  return self;
}

void
rapport_drag_picture_free (RapportDragPicture *self)
{
  rapport_scene_unref (self->rest);
  rapport_scene_unref (self->moving);
  rapport_cairo_painter_free (self->painter);
  rapport_scene_mover_free (self->mover);
  g_strfreev (self->ids);
  g_free (self->starts);
  g_free (self);
}

/* Returns: (transfer none): the map without those who move */
const RapportScene *
rapport_drag_picture_get_rest (RapportDragPicture *self)
{
  return self->rest;
}

/* Returns: (transfer none): everything, as it stands now; not to be kept */
const RapportScene *
rapport_drag_picture_get_all (RapportDragPicture *self)
{
  return rapport_scene_mover_get_scene (self->mover);
}

static void
take_moving (RapportDragPicture *self)
{
  rapport_scene_unref (self->moving);
  self->moving = rapport_scene_mover_only (self->mover, (const char *const *) self->ids);
}

/* @shift: from where they stood, in map units */
void
rapport_drag_picture_move (RapportDragPicture *self, RapportPoint shift)
{
  for (guint i = 0; self->ids[i] != NULL; i++)
    rapport_scene_mover_move (self->mover, self->ids[i],
                              (RapportPoint){ self->starts[i].x + shift.x, self->starts[i].y + shift.y });
  take_moving (self);
}

/* @from: id → #RapportPoint, in map units; each stands that part of the way from where they stand to there */
void
rapport_drag_picture_move_back (RapportDragPicture *self, GHashTable *from, double part)
{
  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      const RapportPoint *to = g_hash_table_lookup (from, self->ids[i]);
      const RapportPoint *start = &self->starts[i];

      if (to != NULL)
        rapport_scene_mover_move (self->mover, self->ids[i],
                                  (RapportPoint){ start->x + part * (to->x - start->x),
                                                  start->y + part * (to->y - start->y) });
    }
  take_moving (self);
}

/* Draws those who move, and what hangs on them, over what is there of the rest. @width, @height: of the widget */
void
rapport_drag_picture_snapshot (RapportDragPicture *self, GtkSnapshot *snapshot, const RapportView *view, int width,
                               int height)
{
  const RapportRect visible = { -view->x / view->scale, -view->y / view->scale, width / view->scale,
                                height / view->scale };
  graphene_rect_t all;
  cairo_t *cr;

  graphene_rect_init (&all, 0, 0, (float) width, (float) height);
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  cairo_translate (cr, view->x, view->y);
  cairo_scale (cr, view->scale, view->scale);
  rapport_cairo_painter_paint (self->painter, self->moving, cr, &visible, NULL);
  cairo_destroy (cr);
}
