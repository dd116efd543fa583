/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any map, looked at in any way: its scene is made without end or crash, and its SVG is well-formed. The bytes make the
 * map through the tables of its types, so that every field is met with texts of any kind and extreme numbers.
 */
#include <math.h>
#include <string.h>

#include "rapport-scene.h"
#include "rapport-svg-painter.h"
#include "rapport-text.h"

/* Enough to crowd a picture, few enough to draw many in a second. */
#define MOST_ELEMENTS 48
#define LONGEST_TEXT 300
#define PHASES 2
#define PERSPECTIVES 2

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
const char *__lsan_default_suppressions (void);

/* fontconfig keeps its patterns by offsets instead of pointers, so that they look lost. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libfontconfig.so\n";
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Bytes;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

static guint
take (Bytes *bytes)
{
  if (bytes->left == 0)
    return 0;
  bytes->left--;
  return *bytes->data++;
}

/* --- Values ----------------------------------------------------------------------------------------------------- */

/* Bytes as they come, now and then many times over: names may be 64 KiB long. */
static char *
make_text (Bytes *bytes)
{
  gsize wanted = take (bytes) % LONGEST_TEXT, length = MIN (wanted, bytes->left);
  g_autofree char *clean = rapport_text_clean ((const char *) bytes->data, (gssize) length);
  GString *text = g_string_new (clean);

  bytes->data += length;
  bytes->left -= length;
  if (take (bytes) % 64 == 63 && text->len > 0)
    while (text->len * 2 < RAPPORT_LABEL_LIMIT)
      g_string_append (text, text->str);
  return g_string_free (text, FALSE);
}

static char *
make_number (Bytes *bytes)
{
  static const char *const extremes[] = { "0", "-0", "1e6", "-1e6", "1e-300", "359.999", "0.5", "1", "1000000" };
  guint choice = take (bytes);

  if (choice < G_N_ELEMENTS (extremes))
    return g_strdup (extremes[choice]);
  return g_strdup_printf ("%d.%u", (int) (take (bytes) * 16 + choice) - 2048, take (bytes));
}

static char *
make_word (Bytes *bytes, const RapportWord *words)
{
  guint n = 0;

  while (words != NULL && words[n].word != NULL)
    n++;
  return n > 0 ? g_strdup (words[take (bytes) % n].word) : g_strdup ("odd");
}

static char *
make_reference (Bytes *bytes, const char *property)
{
  static const char *const sectors[] = { "academia", "nhs", "policy", "third", "sectors1" };
  guint number = take (bytes);

  if (strcmp (property, "sector") == 0 || strcmp (property, "spans") == 0)
    return g_strdup (sectors[number % G_N_ELEMENTS (sectors)]);
  if (strcmp (property, "phase") == 0)
    return g_strdup_printf ("phases%u", number % PHASES);
  if (strcmp (property, "perspective") == 0)
    return g_strdup_printf ("perspectives%u", number % PERSPECTIVES);
  return g_strdup_printf ("%s%u", number % 8 == 7 ? "links" : "stakeholders", number % 24);
}

static char *
make_references (Bytes *bytes, const char *property)
{
  GString *list = g_string_new (NULL);

  for (guint n = take (bytes) % 6; n > 0; n--)
    {
      g_autofree char *one = make_reference (bytes, property);

      g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", one);
    }
  return g_string_free (list, FALSE);
}

static char *
make_level (Bytes *bytes, const RapportProperty *property)
{
  static const char *const special[] = { "-", "differ" };
  guint choice = take (bytes);
  gint64 level;

  if (property->judged && choice >= 0xE0)
    return g_strdup (special[choice % 2]);
  level = property->min + (gint64) (choice % 16);
  return g_strdup_printf ("%d", (int) MIN (level, property->max));
}

/* Returns: (transfer full) (nullable): a value as a file would hold it */
static char *
make_value (Bytes *bytes, const RapportProperty *property)
{
  switch (property->kind)
    {
    case RAPPORT_KIND_TEXT:
      return make_text (bytes);
    case RAPPORT_KIND_WORD:
    case RAPPORT_KIND_WORDS:
    case RAPPORT_KIND_FLAG:
      return property->words == NULL ? make_reference (bytes, property->name) : make_word (bytes, property->words);
    case RAPPORT_KIND_DATE:
      return g_strdup ("2026-11-23");
    case RAPPORT_KIND_REFERENCE:
      return make_reference (bytes, property->name);
    case RAPPORT_KIND_REFERENCES:
      return make_references (bytes, property->name);
    case RAPPORT_KIND_NUMBER:
      return make_number (bytes);
    case RAPPORT_KIND_LEVEL:
    case RAPPORT_KIND_COUNT:
      return make_level (bytes, property);
    case RAPPORT_KIND_RECORDS:
    default:
      return NULL;
    }
}

/* --- Maps ------------------------------------------------------------------------------------------------------- */

static void
set_properties (Bytes *bytes, RapportElement *element)
{
  guint n;
  const RapportProperty *properties = rapport_element_list_properties (element, &n);

  for (guint i = 0; i < n && bytes->left > 0; i++)
    {
      g_autofree char *value = NULL;

      if (take (bytes) % 3 == 0 && !properties[i].fixed)
        continue;
      value = make_value (bytes, &properties[i]);
      if (value != NULL)
        rapport_element_init_parsed (element, &properties[i], value, strlen (value));
    }
}

static void
add_reading (Bytes *bytes, RapportElement *element, const RapportReadingKind *kind)
{
  RapportReading *reading = rapport_reading_new (kind);
  g_autofree char *phase = g_strdup_printf ("phases%u", take (bytes) % PHASES);
  g_autofree char *perspective = NULL;

  if (take (bytes) % 4 == 0)
    perspective = g_strdup_printf ("perspectives%u", take (bytes) % PERSPECTIVES);
  for (guint i = 0; i < kind->n_properties; i++)
    {
      g_autofree char *value = take (bytes) % 4 == 0 ? NULL : make_value (bytes, &kind->properties[i]);

      if (value != NULL)
        rapport_reading_init_field (reading, &kind->properties[i], value, strlen (value));
    }
  rapport_element_init_reading (element, phase, perspective, reading);
}

static void
add_element (Bytes *bytes, RapportMap *map, RapportList list, guint number)
{
  const RapportListInfo *info = rapport_list_info_get (list);
  g_autoptr (RapportElement) element = g_object_new (info->get_type (), NULL);
  const RapportReadingKind *kind = rapport_element_get_reading_kind (element);
  g_autofree char *id = g_strdup_printf ("%s%u", info->container, number);

  rapport_element_init_id (element, id);
  set_properties (bytes, element);
  rapport_map_add (map, element);
  for (guint n = kind != NULL ? take (bytes) % 4 : 0; n > 0; n--)
    add_reading (bytes, element, kind);
}

static RapportMap *
make_map (Bytes *bytes)
{
  RapportMap *map = rapport_map_new ();
  guint counts[RAPPORT_N_LISTS] = { 0 };

  set_properties (bytes, RAPPORT_ELEMENT (map));
  for (guint i = 0; i < PHASES; i++)
    add_element (bytes, map, RAPPORT_LIST_PHASES, counts[RAPPORT_LIST_PHASES]++);
  for (guint i = 0; i < PERSPECTIVES; i++)
    add_element (bytes, map, RAPPORT_LIST_PERSPECTIVES, counts[RAPPORT_LIST_PERSPECTIVES]++);
  for (guint i = 0; i < MOST_ELEMENTS && bytes->left > 0; i++)
    {
      static const RapportList often[] = { RAPPORT_LIST_STAKEHOLDERS, RAPPORT_LIST_LINKS, RAPPORT_LIST_STAKEHOLDERS,
                                           RAPPORT_LIST_MARKS, RAPPORT_LIST_REGIONS, RAPPORT_LIST_SECTORS };
      RapportList list = often[take (bytes) % G_N_ELEMENTS (often)];

      add_element (bytes, map, list, counts[list]++);
    }
  return map;
}

/* --- Looking ---------------------------------------------------------------------------------------------------- */

static void
replace (RapportLens **lens, RapportLens *by)
{
  rapport_lens_unref (*lens);
  *lens = by;
}

static RapportLens *
make_lens (Bytes *bytes, RapportMap *map)
{
  static const char *const focus[] = { "stakeholders0", "links1", "nobody", NULL };
  RapportLens *lens = rapport_lens_new (map);
  guint choice = take (bytes), show = take (bytes) | take (bytes) << 8;

  if (choice & 1)
    replace (&lens, rapport_lens_with_phase (lens, "phases1"));
  if (choice & 2)
    replace (&lens, rapport_lens_with_perspective (lens, "perspectives1"));
  if (choice & 4)
    replace (&lens, rapport_lens_with_compare (lens, choice & 8 ? "phases0" : NULL,
                                               choice & 8 ? NULL : "perspectives0"));
  if (choice & 16)
    replace (&lens, rapport_lens_with_show (lens, show));
  if (choice & 32)
    replace (&lens, rapport_lens_with_focus (lens, focus, choice >> 6));
  return lens;
}

static RapportScene *
make_scene (Bytes *bytes)
{
  guint choice = take (bytes);
  g_autoptr (RapportMap) map = NULL;
  g_autoptr (RapportLens) lens = NULL;
  Bytes look = { bytes->data, MIN (bytes->left, 3) };
  g_autofree char *title = choice & 64 ? g_strndup ("Title & <more>", 14) : NULL;
  const RapportPage page = { .width = 600 + 40.0 * (choice & 63),
                             .height = 1080,
                             .no_heading = (choice & 1) != 0,
                             .no_legend = (choice & 2) != 0,
                             .title = title };

  bytes->data += look.left;
  bytes->left -= look.left;
  map = make_map (bytes);
  lens = make_lens (&look, map);
  return rapport_scene_new (map, lens,
                            rapport_theme_get (choice % RAPPORT_N_SCHEMES, choice / 16 % RAPPORT_N_MEDIA), &page);
}

/* --- Checks ----------------------------------------------------------------------------------------------------- */

static void
check_items (const RapportScene *scene)
{
  for (guint i = 0; i < rapport_scene_get_n_items (scene); i++)
    {
      const RapportRect *bounds = &rapport_scene_get_item (scene, i)->bounds;

      if (!isfinite (bounds->x + bounds->y + bounds->width + bounds->height))
        g_error ("Item %u has no place.", i);
    }
}

static void
check_markup (GBytes *svg)
{
  static const GMarkupParser parser = { 0 };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (svg, &size);

  if (!rapport_text_is_clean (text, (gssize) size))
    g_error ("The SVG holds what XML cannot.");
  if (!g_markup_parse_context_parse (context, text, (gssize) size, &error)
      || !g_markup_parse_context_end_parse (context, &error))
    g_error ("%s", error->message);
  g_markup_parse_context_free (context);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Bytes bytes = { data, size };
  g_autoptr (RapportScene) scene = make_scene (&bytes);
  g_autoptr (RapportSvgPainter) painter = rapport_svg_painter_new (NULL);
  g_autoptr (GBytes) svg = rapport_svg_painter_paint (painter, scene, NULL);

  check_items (scene);
  check_markup (svg);
  return 0;
}
