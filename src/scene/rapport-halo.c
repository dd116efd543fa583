/* rapport-halo.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-halo-private.h"

#include "rapport-font-context-private.h"

struct _RapportHalo
{
  GHashTable *faces; /* owned: a Face, as its own key, → cairo_font_face_t */
};

/* What a font of halos is made of. */
typedef struct
{
  cairo_scaled_font_t *letters; /* owned */
  double width;                 /* of the stroke, at RAPPORT_FONT_SIZE */
} Face;

static const cairo_user_data_key_t face_key;

static guint
hash_face (gconstpointer data)
{
  const Face *face = data;

  return g_direct_hash (face->letters) ^ g_double_hash (&face->width);
}

static gboolean
faces_equal (gconstpointer a, gconstpointer b)
{
  const Face *first = a, *second = b;

  return first->letters == second->letters && first->width == second->width;
}

static Face *
copy_face (const Face *face)
{
  Face *copy = g_new (Face, 1);

  copy->letters = cairo_scaled_font_reference (face->letters);
  copy->width = face->width;
  return copy;
}

static void
free_face (void *data)
{
  Face *face = data;

  cairo_scaled_font_destroy (face->letters);
  g_free (face);
}

RapportHalo *
_rapport_halo_new (void)
{
  RapportHalo *self = g_new (RapportHalo, 1);

  self->faces = g_hash_table_new_full (hash_face, faces_equal, free_face,
                                       (GDestroyNotify) cairo_font_face_destroy);
  return self;
}

void
_rapport_halo_free (RapportHalo *self)
{
  g_hash_table_unref (self->faces);
  g_free (self);
}

static void
set_options (cairo_t *cr)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

/* One letter, stroked. The font's own size is 1; the outline is asked for at the size that text is shaped at, because
 * FreeType rounds outlines to a 64th of a unit. */
static cairo_status_t
render_letter (cairo_scaled_font_t *font, unsigned long letter, cairo_t *cr, cairo_text_extents_t *extents)
{
  const Face *face = cairo_font_face_get_user_data (cairo_scaled_font_get_font_face (font), &face_key);
  const cairo_glyph_t glyph = { letter, 0, 0 };

  cairo_scale (cr, 1.0 / RAPPORT_FONT_SIZE, 1.0 / RAPPORT_FONT_SIZE);
  cairo_set_font_face (cr, cairo_scaled_font_get_font_face (face->letters));
  cairo_set_font_size (cr, RAPPORT_FONT_SIZE);
  set_options (cr);
  cairo_glyph_path (cr, &glyph, 1);
  cairo_set_line_width (cr, face->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  return cairo_status (cr);
}

/* Returns: (transfer none) */
static cairo_font_face_t *
get_face (RapportHalo *self, PangoFont *font, double width)
{
  const Face wanted = { pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)), width };
  cairo_font_face_t *face;

  if (wanted.letters == NULL)
    return NULL;
  face = g_hash_table_lookup (self->faces, &wanted);
  if (face != NULL)
    return face;
  face = cairo_user_font_face_create ();
  cairo_user_font_face_set_render_glyph_func (face, render_letter);
  cairo_font_face_set_user_data (face, &face_key, copy_face (&wanted), free_face);
  g_hash_table_insert (self->faces, copy_face (&wanted), face);
  return face;
}

/* In a PDF the letters of a halo stand for one space: what is copied or read aloud is the text in front of them. */
static void
show_letters (cairo_t *cr, const cairo_glyph_t *letters, int n)
{
  g_autofree cairo_text_cluster_t *clusters = g_new0 (cairo_text_cluster_t, n);

  for (int i = 0; i < n; i++)
    clusters[i] = (cairo_text_cluster_t){ i == 0 ? 1 : 0, 1 };
  cairo_show_text_glyphs (cr, " ", 1, letters, n, clusters, n, 0);
}

/* Returns: where the next run begins, in Pango's units */
static int
show_run (RapportHalo *self, cairo_t *cr, PangoGlyphItem *run, int x, double width)
{
  cairo_font_face_t *face = get_face (self, run->item->analysis.font, width);
  const PangoGlyphString *glyphs = run->glyphs;
  g_autofree cairo_glyph_t *letters = g_new (cairo_glyph_t, glyphs->num_glyphs);
  int n = 0;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0)
        letters[n++] = (cairo_glyph_t){ info->glyph, (double) (x + info->geometry.x_offset) / PANGO_SCALE,
                                        (double) info->geometry.y_offset / PANGO_SCALE };
      x += info->geometry.width;
    }
  if (face != NULL && n > 0)
    {
      cairo_set_font_face (cr, face);
      cairo_set_font_size (cr, RAPPORT_FONT_SIZE);
      set_options (cr);
      show_letters (cr, letters, n);
    }
  return x;
}

void
_rapport_halo_show (RapportHalo *self, cairo_t *cr, PangoLayoutLine *line, double width)
{
  int x = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    x = show_run (self, cr, l->data, x, width);
}
