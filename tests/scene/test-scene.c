/* test-scene.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is in a scene, and what it says in words.
 */
#include "rapport-history.h"
#include "rapport-map-reader.h"
#include "scene-measure.h"

#include <string.h>

static RapportScene *
draw (RapportMap *map, guint show)
{
  g_autoptr (RapportLens) first = rapport_lens_new (map);
  g_autoptr (RapportLens) lens = rapport_lens_with_show (first, show | RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP);

  return rapport_scene_new (map, lens, rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION), NULL);
}

static guint
count (const RapportScene *scene, RapportItemKind kind)
{
  guint n = 0;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    n += rapport_scene_get_item (scene, i)->kind == kind;
  return n;
}

static void
test_fixture (void)
{
  g_autoptr (RapportMap) map = scene_measure_make_fixture ();
  g_autoptr (RapportScene) scene = draw (map, RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER | RAPPORT_SHOW_INFLUENCE);

  g_assert_cmpuint (count (scene, RAPPORT_ITEM_STAKEHOLDER), ==, 4);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_LABEL), ==, 4);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_LINK), ==, 4);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_POWER), ==, 4);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_BACKDROP), ==, 1);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_HEADING), ==, 1);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_LEGEND), ==, 1);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_RIBBON), ==, 0);
  g_assert_cmpstr (rapport_scene_get_title (scene), ==, "Who can read this?");
  g_assert_cmpstr (rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, "u")->name, ==,
                   "University: organisation, Academia, core, influence 4 of 5");
  g_assert_cmpstr (rapport_scene_find (scene, RAPPORT_ITEM_LINK, "l2")->name, ==,
                   "University and Charity. University gives: some; Charity gives: nothing. "
                   "University can decide: a lot; Charity can decide: nothing");
}

static void
test_description (void)
{
  g_autoptr (RapportMap) map = scene_measure_make_fixture ();
  g_autoptr (RapportScene) scene = draw (map, RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER | RAPPORT_SHOW_INFLUENCE);

  g_assert_cmpstr (rapport_scene_get_description (scene), ==,
                   "Who can read this?\n\n"
                   "A map with 4 stakeholders and 4 links, Now.\n\n"
                   "Academia (1): University.\n"
                   "NHS (1): Hospital.\n"
                   "Policy (1): Council.\n"
                   "Third sector (1): Charity.\n\n"
                   "Influence 4 of 5: University, Hospital.\n"
                   "Influence 3 of 5: Council.\n"
                   "Influence 1 of 5: Charity.\n\n"
                   "In 2 links nothing comes back:\n"
                   "University gives some to Charity; nothing comes back.\n"
                   "Council gives some to Charity; nothing comes back.\n\n"
                   "In 2 links one can decide much more than the other:\n"
                   "University can decide a lot, Charity nothing.\n"
                   "Council can decide a lot, Charity nothing.\n");
}

static RapportMap *
read_two_languages (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "maps", "valid", "two-languages.rapport", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RapportMapReading) reading = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  reading = rapport_map_read (bytes, "two", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reading->notices->len, ==, 0);
  return g_object_ref (reading->map);
}

/* Returns: (transfer full): the texts of an item, a line each, each with its weight */
static char *
read_texts (const RapportScene *scene, RapportItemKind kind, const char *id)
{
  const RapportSceneItem *item = rapport_scene_find (scene, kind, id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);

      if (shape->text != NULL)
        g_string_append_printf (text, "%d %s\n", shape->weight, shape->text);
    }
  return g_string_free (text, FALSE);
}

/* Either language, or both one below the other; what has one name keeps it, and codes stand for the names of both. */
static void
test_two_languages (void)
{
  static const struct
  {
    RapportNames names;
    gboolean hidden;
    const char *title, *council, *university, *spoken;
  } cases[] = {
    { RAPPORT_NAMES_FIRST, FALSE, "Who can change what happens here?", "600 Council\n", "600 University\n",
      "County council (social care): organisation, Policy, core" },
    { RAPPORT_NAMES_OTHER, FALSE, "Pwy all newid yr hyn sy’n digwydd yma?", "600 Cyngor sir\n", "600 University\n",
      "Cyngor sir (gofal cymdeithasol): organisation, Policy, core" },
    { RAPPORT_NAMES_BOTH, FALSE, "Who can change what happens here? / Pwy all newid yr hyn sy’n digwydd yma?",
      "600 Council\n400 Cyngor sir\n", "600 University\n",
      "County council (social care) / Cyngor sir (gofal cymdeithasol): organisation, Policy, core" },
    { RAPPORT_NAMES_BOTH, TRUE, "Who can change what happens here? / Pwy all newid yr hyn sy’n digwydd yma?",
      "600 Policy 1\n", "600 Academia 1\n", "Policy 1: organisation, Policy, core" },
  };
  g_autoptr (RapportMap) map = read_two_languages ();
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION);

  g_assert_true (rapport_map_is_bilingual (map));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RapportLens) lens = rapport_lens_new (map);
      g_autoptr (RapportLens) plain = rapport_lens_with_show (lens, RAPPORT_SHOW_LABELS | RAPPORT_SHOW_BACKDROP);
      g_autoptr (RapportLens) named = rapport_lens_with_names (plain, cases[i].names);
      g_autoptr (RapportLens) seen = rapport_lens_with_hidden_names (named, cases[i].hidden);
      g_autoptr (RapportScene) scene = rapport_scene_new (map, seen, theme, NULL);
      g_autofree char *council = read_texts (scene, RAPPORT_ITEM_LABEL, "c");
      g_autofree char *university = read_texts (scene, RAPPORT_ITEM_LABEL, "u");

      g_assert_true (rapport_lens_equal (plain, named) == (cases[i].names == RAPPORT_NAMES_FIRST));
      g_assert_cmpstr (rapport_scene_get_title (scene), ==, cases[i].title);
      g_assert_cmpstr (council, ==, cases[i].council);
      g_assert_cmpstr (university, ==, cases[i].university);
      g_assert_cmpstr (rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, "c")->name, ==, cases[i].spoken);
    }
}

/* Items are in the order in which they are painted. */
static void
test_order (void)
{
  static const RapportItemKind order[] = { RAPPORT_ITEM_BACKDROP, RAPPORT_ITEM_POWER, RAPPORT_ITEM_LINK,
                                           RAPPORT_ITEM_STAKEHOLDER, RAPPORT_ITEM_LABEL };
  g_autoptr (RapportMap) map = scene_measure_make_fixture ();
  g_autoptr (RapportScene) scene = draw (map, RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER);
  guint at = 0;

  for (guint i = 0; i < rapport_scene_get_n_items (scene) && i < 17; i++)
    {
      while (at < G_N_ELEMENTS (order) && order[at] != rapport_scene_get_item (scene, i)->kind)
        at++;
      g_assert_cmpuint (at, <, G_N_ELEMENTS (order));
    }
}

static void
test_hit (void)
{
  g_autoptr (RapportMap) map = scene_measure_make_fixture ();
  g_autoptr (RapportScene) scene = draw (map, RAPPORT_SHOW_GIVES);

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i), *hit;
      const RapportShape *outline;
      RapportRect rect;

      if (item->kind != RAPPORT_ITEM_STAKEHOLDER)
        continue;
      outline = g_ptr_array_index (item->shapes, 1);
      rect = rapport_path_get_bounds (outline->path);
      hit = rapport_scene_hit (scene, rect.x + rect.width / 2, rect.y + rect.height / 2, 2);
      g_assert_true (hit == item);
    }
  g_assert_null (rapport_scene_hit (scene, 4, 4, 2));
  g_assert_null (rapport_scene_hit (scene, -1e9, 1e9, 2));
}

/* What goes round all of somebody but their influence, which lies beside it: it is never within their own outline. */
static void
test_outermost (void)
{
  g_autoptr (RapportMap) map = scene_measure_make_fixture ();
  g_autoptr (RapportScene) scene = draw (map, RAPPORT_SHOW_INFLUENCE);
  guint beside = 0;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);
      const RapportPath *outermost = rapport_scene_item_get_outermost (item);
      const RapportPoint middle = rapport_scene_item_get_middle (item);
      RapportRect bounds;

      if (item->kind != RAPPORT_ITEM_STAKEHOLDER)
        continue;
      g_assert_nonnull (outermost);
      g_assert_true (rapport_path_contains (outermost, middle.x, middle.y));
      bounds = rapport_path_get_bounds (outermost);
      /* A box holds the strokes, too, and their corners. */
      g_assert_cmpfloat (bounds.height, >=, 0.75 * rapport_scene_item_get_outline (item).height);
      beside += bounds.y + bounds.height < item->bounds.y + item->bounds.height - 4 || bounds.y > item->bounds.y + 4
                || bounds.x > item->bounds.x + 4;
    }
  g_assert_cmpuint (beside, >, 0);
}

static void
take_path (RapportSceneItem *item, RapportPath *path)
{
  rapport_scene_item_take (item, rapport_shape_new_path (path));
}

/* Nothing that does not go round somebody counts, however high: neither the line through those who are gone, nor what
 * lies beside them, which is one thing. */
static void
test_not_outermost (void)
{
  g_autoptr (RapportSceneItem) item = rapport_scene_item_new (RAPPORT_ITEM_STAKEHOLDER, "x");
  RapportPath *outline = rapport_path_new (), *strike = rapport_path_new (), *one = rapport_path_new (),
              *other = rapport_path_new ();
  RapportRect discs = { 0 };

  rapport_path_circle (outline, 0, 0, 10);
  take_path (item, outline);
  g_assert_false (rapport_scene_item_get_discs (item, &discs));
  rapport_path_move_to (strike, -14, 14);
  rapport_path_line_to (strike, 14, -14);
  take_path (item, strike);
  g_assert_true (rapport_scene_item_get_outermost (item) == outline);
  rapport_path_circle (one, -4, 20, 2);
  rapport_path_circle (other, 4, 20, 2);
  take_path (item, one);
  take_path (item, other);
  g_assert_true (rapport_scene_item_get_outermost (item) == outline);
  g_assert_true (rapport_scene_item_get_discs (item, &discs));
  g_assert_true (rapport_rect_holds (&discs, (RapportPoint){ 0, 20 }));
  g_assert_false (rapport_rect_holds (&discs, (RapportPoint){ 0, 10 }));
  g_assert_true (rapport_scene_item_has_discs_at (item, (RapportPoint){ 0, 20 }));
}

/* What is looked for is found below what is not. */
static void
test_hit_one_of (void)
{
  g_autoptr (RapportMap) map = scene_measure_make_fixture ();
  g_autoptr (RapportScene) scene = draw (map, RAPPORT_SHOW_GIVES);
  const RapportSceneItem *name = rapport_scene_find (scene, RAPPORT_ITEM_LABEL, "u");
  const RapportPoint middle = { name->bounds.x + name->bounds.width / 2, name->bounds.y + name->bounds.height / 2 };

  g_assert_true (rapport_scene_hit (scene, middle.x, middle.y, 0) == name);
  g_assert_true (rapport_scene_hit_one_of (scene, 1 << RAPPORT_ITEM_LABEL, middle.x, middle.y, 0) == name);
  g_assert_null (rapport_scene_hit_one_of (scene, 1 << RAPPORT_ITEM_STAKEHOLDER, middle.x, middle.y, 0));
  g_assert_nonnull (rapport_scene_hit_one_of (scene, 1 << RAPPORT_ITEM_STAKEHOLDER, middle.x, middle.y, 400));
}

/* A long word in a name stands on a line of its own, whole, however narrow names have become. */
static void
test_long_word (void)
{
  g_autoptr (RapportMap) map = scene_measure_load_example ("b");
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  g_autoptr (RapportScene) scene
      = rapport_scene_new (map, lens, rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION), NULL);
  guint found = 0;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      for (guint j = 0; item->kind == RAPPORT_ITEM_LABEL && j < item->shapes->len; j++)
        found += strcmp (((const RapportShape *) g_ptr_array_index (item->shapes, j))->text, "Commissioning") == 0;
    }
  g_assert_cmpuint (found, ==, 1);
}

/* The same map gives the same scene. */
static void
test_same (void)
{
  g_autoptr (RapportMap) map = scene_measure_load_example ("a");
  g_autoptr (RapportScene) a = draw (map, RAPPORT_SHOW_GIVES), b = draw (map, RAPPORT_SHOW_GIVES);

  g_assert_cmpuint (rapport_scene_get_n_items (a), ==, rapport_scene_get_n_items (b));
  for (guint i = 0; i < rapport_scene_get_n_items (a); i++)
    {
      RapportRect p = rapport_scene_get_item (a, i)->bounds, q = rapport_scene_get_item (b, i)->bounds;

      g_assert_cmpmem (&p, sizeof p, &q, sizeof q);
    }
}

/* A large map costs time in proportion, and shows everything. */
static void
test_large (void)
{
  g_autoptr (RapportMap) map = scene_measure_make_map (7, 2000, 8000);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (RapportScene) scene = draw (map, RAPPORT_SHOW_GIVES | RAPPORT_SHOW_INFLUENCE);

  g_test_message ("2,000 and 8,000: %.0f ms", g_timer_elapsed (timer, NULL) * 1000);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_STAKEHOLDER), ==, 2000);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_LINK), ==, 8000);
}

static void
test_empty (void)
{
  g_autoptr (RapportMap) map = rapport_map_new ();
  g_autoptr (RapportScene) scene = draw (map, RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER | RAPPORT_SHOW_TENSIONS);

  g_assert_cmpuint (count (scene, RAPPORT_ITEM_STAKEHOLDER), ==, 0);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_LEGEND), ==, 0);
  g_assert_cmpuint (count (scene, RAPPORT_ITEM_BACKDROP), ==, 1);
}

/* How often @words stand in the heading, as a line of their own or the first of one. */
static guint
count_in_heading (RapportMap *map, const char *words)
{
  g_autoptr (RapportScene) scene = draw (map, RAPPORT_SHOW_GIVES);
  guint n = 0;

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportSceneItem *item = rapport_scene_get_item (scene, i);

      for (guint j = 0; item->kind == RAPPORT_ITEM_HEADING && j < item->shapes->len; j++)
        {
          const RapportShape *shape = g_ptr_array_index (item->shapes, j);

          n += shape->text != NULL && g_str_has_prefix (shape->text, words);
        }
    }
  return n;
}

/* Below a question stands the title; where there is no question the title is the heading, and is not said again. */
static void
test_title_once (void)
{
  g_autoptr (RapportMap) map = scene_measure_load_example ("a");
  g_autoptr (RapportHistory) history = rapport_history_new (map);
  RapportTransaction *transaction;

  g_assert_cmpuint (count_in_heading (map, "A regional collaboration"), ==, 1);
  transaction = rapport_history_begin (history, "Change the question", NULL);
  rapport_transaction_set_text (transaction, RAPPORT_ELEMENT (map), "question", NULL);
  g_assert_true (rapport_transaction_commit (transaction));
  g_assert_cmpuint (count_in_heading (map, "A regional collaboration"), ==, 1);
}

static RapportRect
get_legend (RapportMap *map, double foot)
{
  const RapportPage page = { .legend_foot = foot };
  g_autoptr (RapportLens) first = rapport_lens_new (map);
  g_autoptr (RapportLens) lens
      = rapport_lens_with_show (first, RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER | RAPPORT_SHOW_INFLUENCE
                                           | RAPPORT_SHOW_POWER_TENSION | RAPPORT_SHOW_LABELS
                                           | RAPPORT_SHOW_BACKDROP);
  g_autoptr (RapportScene) scene
      = rapport_scene_new (map, lens, rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PROJECTION), &page);

  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    if (rapport_scene_get_item (scene, i)->kind == RAPPORT_ITEM_LEGEND)
      return rapport_scene_get_item (scene, i)->bounds;
  g_assert_not_reached ();
}

/* What buttons lie over at the foot of the page stays free of a long legend, which keeps its one column. */
static void
test_legend_foot (void)
{
  g_autoptr (RapportMap) map = scene_measure_load_example ("a");
  RapportRect usual = get_legend (map, 0), short_of = get_legend (map, 80);

  g_assert_cmpfloat (usual.y + usual.height, >, 1080 - 80);
  g_assert_cmpfloat (short_of.y + short_of.height, <=, 1080 - 80);
  g_assert_cmpfloat_with_epsilon (short_of.x, usual.x, 1);
}

/* Where on the page a point of the wheel is, and how high the wheel is for its width. */
static void
draw_page (double width, double height, RapportPoint wheel, RapportPoint *page, double *high)
{
  const RapportPage size = { .width = width, .height = height };
  g_autoptr (RapportMap) map = scene_measure_load_example ("a");
  g_autoptr (RapportLens) lens = rapport_lens_new (map);
  g_autoptr (RapportScene) scene
      = rapport_scene_new (map, lens, rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PAPER), &size);
  RapportPoint middle, aside, below, back;

  g_assert_true (rapport_scene_from_wheel (scene, wheel, page));
  g_assert_true (rapport_scene_to_wheel (scene, *page, &back));
  g_assert_cmpfloat_with_epsilon (back.x, wheel.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.y, wheel.y, 1e-9);
  g_assert_true (rapport_scene_from_wheel (scene, (RapportPoint){ 0, 0 }, &middle));
  g_assert_true (rapport_scene_from_wheel (scene, (RapportPoint){ 100, 0 }, &aside));
  g_assert_true (rapport_scene_from_wheel (scene, (RapportPoint){ 0, 100 }, &below));
  *high = (below.y - middle.y) / (aside.x - middle.x);
}

/* The wheel is as high as a high page, up to a third more than it is by itself. */
static void
test_high_page (void)
{
  RapportPoint page;
  double high;

  draw_page (1920, 1080, (RapportPoint){ -300, 200 }, &page, &high);
  g_assert_cmpfloat_with_epsilon (high, 1, 1e-9);
  draw_page (1248, 1287, (RapportPoint){ -300, 200 }, &page, &high);
  g_assert_cmpfloat (high, >, 1.1);
  g_assert_cmpfloat (high, <, 1.3);
  draw_page (1248, 2400, (RapportPoint){ -300, 200 }, &page, &high);
  g_assert_cmpfloat_with_epsilon (high, 1.35, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/fixture", test_fixture);
  g_test_add_func ("/scene/description", test_description);
  g_test_add_func ("/scene/two-languages", test_two_languages);
  g_test_add_func ("/scene/order", test_order);
  g_test_add_func ("/scene/hit", test_hit);
  g_test_add_func ("/scene/outermost", test_outermost);
  g_test_add_func ("/scene/not-outermost", test_not_outermost);
  g_test_add_func ("/scene/hit-one-of", test_hit_one_of);
  g_test_add_func ("/scene/long-word", test_long_word);
  g_test_add_func ("/scene/same", test_same);
  g_test_add_func ("/scene/large", test_large);
  g_test_add_func ("/scene/empty", test_empty);
  g_test_add_func ("/scene/title-once", test_title_once);
  g_test_add_func ("/scene/legend-foot", test_legend_foot);
  g_test_add_func ("/scene/high-page", test_high_page);
  return g_test_run ();
}
