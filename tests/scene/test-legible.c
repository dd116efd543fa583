/* test-legible.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is really in the pictures of the examples: whether every word and every mark can be seen where it stands, in
 * every theme, and whether what must be told apart can be told apart without colour.
 */
#include "scene-measure.h"

#include "rapport-link-facts.h"

#define TEXT 4.5
#define MARK 3.0
#define SIDE 48
/* Of two outlines laid over one another, this share at least is in one and not in the other. */
#define APART 0.07

typedef void (*Visitor) (const RapportTheme *theme, const RapportSceneItem *item, gpointer data);

static void
visit (const RapportTheme *theme, RapportMap *map, const RapportLens *lens, const RapportPage *page, Visitor visitor,
       gpointer data)
{
  g_autoptr (RapportScene) scene = rapport_scene_new (map, lens, theme, page);

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    visitor (theme, rapport_scene_get_item (scene, i), data);
}

/* Every example, theme and medium, with everything on show in turn, and two times compared. */
static void
visit_all (Visitor visitor, gpointer data)
{
  static const guint shows[] = { RAPPORT_SHOW_GIVES, RAPPORT_SHOW_POWER, RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER,
                                 RAPPORT_SHOW_GIVES | RAPPORT_SHOW_TENSIONS, RAPPORT_SHOW_LANGUAGE };
  static const RapportPage pages[] = { { .width = 1920, .height = 1080 }, { .width = 1248, .height = 1287 } };

  for (const char *letter = "abc"; *letter != '\0'; letter++)
    {
      g_autoptr (RapportMap) map = scene_measure_load_example (letter);
      g_autoptr (RapportLens) first = rapport_lens_new (map);
      g_autoptr (RapportLens) lens = rapport_lens_with_phase (first, "now");

      for (guint theme = 0; theme < RAPPORT_N_SCHEMES * RAPPORT_N_MEDIA; theme++)
        {
          const RapportTheme *look = rapport_theme_get ((RapportScheme) (theme / 2), (RapportMedium) (theme % 2));
          g_autoptr (RapportLens) compared = rapport_lens_with_compare (lens, *letter == 'c' ? "aim" : NULL,
                                                                        *letter == 'a' ? "v2" : NULL);

          for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
            {
              g_autoptr (RapportLens) shown
                  = rapport_lens_with_show (lens, shows[i] | RAPPORT_SHOW_INFLUENCE | RAPPORT_SHOW_LABELS
                                                      | RAPPORT_SHOW_BACKDROP);

              visit (look, map, shown, &pages[theme % 2], visitor, data);
            }
          visit (look, map, compared, &pages[theme % 2], visitor, data);
        }
    }
}

/* --- Contrast ---------------------------------------------------------------------------------------------------- */

/* What lies behind the letters: their halo, else the last thing of the item that was painted there, else @ground. */
static RapportColour
find_ground (const RapportSceneItem *item, guint text, RapportColour ground)
{
  const RapportShape *letters = g_ptr_array_index (item->shapes, text);
  double x = letters->x, y = letters->y - 0.36 * letters->size;

  if (letters->halo_width > 0)
    return rapport_colour_over (letters->halo, ground);
  if (letters->anchor == RAPPORT_ANCHOR_START)
    x += letters->text_width / 2;
  else if (letters->anchor == RAPPORT_ANCHOR_END)
    x -= letters->text_width / 2;
  for (guint i = 0; i < text; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);

      if (shape->kind == RAPPORT_SHAPE_PATH && (shape->fill & 0xFF) != 0
          && rapport_path_contains (shape->path, x, y))
        ground = rapport_colour_over (shape->fill, ground);
    }
  return ground;
}

static void
check_text (const RapportTheme *theme, const RapportSceneItem *item, gpointer data)
{
  double *least = data;

  if (item->opacity < 1)
    return;
  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);
      RapportColour ground;
      double contrast;

      if (shape->kind != RAPPORT_SHAPE_TEXT)
        continue;
      ground = find_ground (item, i, theme->background);
      contrast = rapport_colour_contrast (rapport_colour_over (shape->colour, ground), ground);
      *least = MIN (*least, contrast);
      if (contrast < TEXT)
        g_test_message ("%s: “%s” %.2f", rapport_scheme_get_name (theme->scheme), shape->text, contrast);
      g_assert_cmpfloat (contrast, >=, TEXT);
    }
}

static void
test_text (void)
{
  double least = 21;

  visit_all (check_text, &least);
  g_test_message ("least contrast of a text: %.2f", least);
}

/* The strongest part of a thing: what shows its silhouette against what is round it. */
static void
check_silhouette (const RapportTheme *theme, const RapportSceneItem *item, gpointer data)
{
  double strongest = 1, *least = data;

  if (item->opacity < 1
      || (item->kind != RAPPORT_ITEM_STAKEHOLDER && item->kind != RAPPORT_ITEM_BADGE
          && item->kind != RAPPORT_ITEM_CHIP && item->kind != RAPPORT_ITEM_REGION
          && item->kind != RAPPORT_ITEM_LINK && item->kind != RAPPORT_ITEM_POWER))
    return;
  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);
      RapportColour fill = rapport_colour_over (shape->fill, theme->background);
      RapportColour stroke = rapport_colour_over (shape->stroke, theme->background);

      if (shape->kind != RAPPORT_SHAPE_PATH)
        continue;
      strongest = MAX (strongest, rapport_colour_contrast (fill, theme->background));
      if (shape->width > 0)
        strongest = MAX (strongest, rapport_colour_contrast (stroke, theme->background));
    }
  /* Under lines of what is given the bands are a second reading: paler on purpose. */
  if (item->kind == RAPPORT_ITEM_POWER && strongest < MARK)
    return;
  *least = MIN (*least, strongest);
  if (strongest < MARK)
    g_test_message ("%s: %s %.2f", rapport_scheme_get_name (theme->scheme), item->name, strongest);
  g_assert_cmpfloat (strongest, >=, MARK);
}

static void
test_silhouettes (void)
{
  double least = 21;

  visit_all (check_silhouette, &least);
  g_test_message ("least contrast of a silhouette: %.2f", least);
}

/* --- Without colour ---------------------------------------------------------------------------------------------- */

/* Which points of a square laid over it an outline holds. */
typedef struct
{
  gboolean holds[SIDE * SIDE];
} Mask;

static void
fill_mask (Mask *mask, const RapportPath *path)
{
  RapportRect box = rapport_path_get_bounds (path);

  for (guint i = 0; i < SIDE * SIDE; i++)
    mask->holds[i] = rapport_path_contains (path, box.x + (i % SIDE + 0.5) / SIDE * box.width,
                                            box.y + (i / SIDE + 0.5) / SIDE * box.height);
}

static double
get_difference (const Mask *a, const Mask *b)
{
  guint apart = 0, any = 0;

  for (guint i = 0; i < SIDE * SIDE; i++)
    {
      apart += a->holds[i] != b->holds[i];
      any += a->holds[i] || b->holds[i];
    }
  return (double) apart / MAX (any, 1);
}

static void
assert_all_apart (const Mask *masks, guint n, const char *what)
{
  double least = 1;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      least = MIN (least, get_difference (&masks[i], &masks[j]));
  g_test_message ("%s: the two most alike differ by %.0f %%", what, 100 * least);
  g_assert_cmpfloat (least, >=, APART);
}

/* The outline of a stakeholder is the shape after its halo. */
static void
test_sectors_without_colour (void)
{
  static const char *const ids[] = { "academia", "nhs", "policy", "third", "public", "across" };
  g_autofree Mask *masks = g_new0 (Mask, G_N_ELEMENTS (ids));
  g_autoptr (RapportMap) map = scene_measure_load_example ("a");
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  g_autoptr (RapportScene) scene
      = rapport_scene_new (map, lens, rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION), NULL);
  guint found = 0;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);
      const char *sector;

      if (item->kind != RAPPORT_ITEM_STAKEHOLDER)
        continue;
      sector = rapport_element_get_text (rapport_map_lookup (map, item->element_id), "sector");
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        if (rapport_outline_for_sector (sector) == rapport_outline_for_sector (ids[j]))
          {
            fill_mask (&masks[j], ((const RapportShape *) g_ptr_array_index (item->shapes, 1))->path);
            found |= 1u << j;
          }
    }
  g_assert_cmphex (found, ==, 0x3F);
  assert_all_apart (masks, G_N_ELEMENTS (ids), "sectors");
}

/* The badge is the filled outline right before its number. */
static void
test_tensions_without_colour (void)
{
  g_autofree Mask *masks = g_new0 (Mask, 4);
  g_autoptr (RapportMap) map = scene_measure_load_example ("a");
  g_autoptr (RapportLens) first = rapport_lens_new (map);
  g_autoptr (RapportLens) lens = rapport_lens_with_show (first, RAPPORT_SHOW_GIVES | RAPPORT_SHOW_TENSIONS);
  g_autoptr (RapportScene) scene
      = rapport_scene_new (map, lens, rapport_theme_get (RAPPORT_SCHEME_PRINT, RAPPORT_MEDIUM_PAPER), NULL);
  guint found = 0;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      for (guint j = 1; item->kind == RAPPORT_ITEM_BADGE && j < item->shapes->len; j++)
        {
          const RapportShape *number = g_ptr_array_index (item->shapes, j);
          const RapportShape *outline = g_ptr_array_index (item->shapes, j - 1);

          if (number->kind != RAPPORT_SHAPE_TEXT || !g_ascii_isdigit (*number->text))
            continue;
          fill_mask (&masks[*number->text - '1'], outline->path);
          found |= 1u << (*number->text - '1');
        }
    }
  g_assert_cmphex (found, ==, 0xF);
  assert_all_apart (masks, 4, "tensions");
}

/* What is drawn for a link, without where it is and without hue: kinds of pieces, whether they are filled, dashes. */
static char *
get_signature (const RapportTheme *theme, const RapportSceneItem *item)
{
  GString *signature = g_string_new (NULL);

  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);
      guint n;

      if (shape->kind == RAPPORT_SHAPE_TEXT)
        {
          g_string_append_printf (signature, "“%s” ", shape->text);
          continue;
        }
      rapport_path_get_ops (shape->path, &n);
      g_string_append_printf (signature, "%u%s%s%.0f/%.0f ", n, (shape->fill & 0xFF) == 0 ? "" : "f",
                              shape->fill == theme->background ? "0" : "", shape->dash[0] * 10, shape->dash[1]);
    }
  return g_string_free (signature, FALSE);
}

static void
test_states_without_colour (void)
{
  /* What a gives and b gives; the items of each. The sizes of heads are measured below. */
  static const struct
  {
    int gives[2];
    const char *items;
  } states[] = {
    { { 2, 2 }, "money" }, { { 2, 2 }, "goodwill" }, { { 2, 0 }, "money" },  { { 2, 0 }, "goodwill" },
    { { 0, 0 }, NULL },    { { -1, -1 }, NULL },     { { 2, -1 }, "money" },
  };
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_PRINT, RAPPORT_MEDIUM_PAPER);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (RapportMap) map = scene_measure_make_pair (states[i].gives, states[i].items);
      g_autoptr (RapportLens) first = rapport_lens_new (map);
      g_autoptr (RapportLens) lens = rapport_lens_with_show (first, RAPPORT_SHOW_GIVES);
      g_autoptr (RapportScene) scene = rapport_scene_new (map, lens, theme, NULL);
      const RapportSceneItem *link = rapport_scene_find (scene, RAPPORT_ITEM_LINK, "l");
      char *signature;

      g_assert_nonnull (link);
      signature = get_signature (theme, link);
      g_test_message ("%d %d %s: %s", states[i].gives[0], states[i].gives[1],
                      states[i].items != NULL ? states[i].items : "nothing named", signature);
      g_assert_true (g_hash_table_add (seen, signature));
    }
}

/* The three sizes of a gift differ by a third or more. */
static void
test_gifts_differ (void)
{
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);
  double before = 0;

  for (int gift = 1; gift <= 3; gift++)
    {
      const int gives[] = { gift, gift };
      g_autoptr (RapportMap) map = scene_measure_make_pair (gives, "money");
      g_autoptr (RapportLens) lens = rapport_lens_new (map);
      g_autoptr (RapportScene) scene = rapport_scene_new (map, lens, theme, NULL);
      const RapportSceneItem *link = rapport_scene_find (scene, RAPPORT_ITEM_LINK, "l");
      RapportRect head = rapport_path_get_bounds (
          ((const RapportShape *) g_ptr_array_index (link->shapes, link->shapes->len - 1))->path);
      double size = MAX (head.width, head.height);

      g_test_message ("gift %d: %.0f", gift, size);
      g_assert_cmpfloat (size, >=, before * 4 / 3);
      before = size;
    }
}

/* --- From the back row ------------------------------------------------------------------------------------------- */

/* Eight heights of the screen away, words of 1/50 of its height are read; 720p, 1080p and 4K have one shape. */
static void
test_back_row (void)
{
  static const RapportPage pages[] = { { .width = 1920, .height = 1080 },
                                       { .width = 1440, .height = 1080, .no_legend = TRUE },
                                       { .width = 1440, .height = 1080 } };
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);

  for (const char *letter = "abc"; *letter != '\0'; letter++)
    for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
      {
        g_autoptr (RapportMap) map = scene_measure_load_example (letter);
        g_autoptr (RapportLens) first = rapport_lens_new (map);
        g_autoptr (RapportLens) lens = rapport_lens_with_show (
            first, RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP | RAPPORT_SHOW_INFLUENCE | RAPPORT_SHOW_GIVES
                       | RAPPORT_SHOW_POWER | RAPPORT_SHOW_TENSIONS);
        g_autoptr (RapportScene) scene = rapport_scene_new (map, lens, theme, &pages[i]);
        double smallest = rapport_scene_get_smallest_text (scene);

        g_test_message ("example %c, page %u: 1/%.1f of the height", *letter, i, pages[i].height / smallest);
        g_assert_cmpfloat (smallest, >=, pages[i].height / 50);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legible/text", test_text);
  g_test_add_func ("/legible/back-row", test_back_row);
  g_test_add_func ("/legible/silhouettes", test_silhouettes);
  g_test_add_func ("/legible/sectors-without-colour", test_sectors_without_colour);
  g_test_add_func ("/legible/tensions-without-colour", test_tensions_without_colour);
  g_test_add_func ("/legible/states-without-colour", test_states_without_colour);
  g_test_add_func ("/legible/gifts-differ", test_gifts_differ);
  return g_test_run ();
}
