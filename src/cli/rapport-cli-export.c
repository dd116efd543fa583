/* rapport-cli-export.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"
#include "rapport-cli-output.h"
#include "rapport-cli-view.h"
#include "rapport-deck.h"
#include "rapport-picture.h"
#include "rapport-ready-steps.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TENSIONS 4
#define LARGEST_SCALE 100.0

static RapportCliView view = { .reach = 1 };
static char *out;
static char *format_name;
static char *theme_name;
static char *size_name;
static char *title;
static double scale = 1;
static gboolean transparent;
static gboolean no_legend;
static gboolean no_heading;
static gboolean thumbnail;
static gboolean all_tensions;
static gboolean deck;
static RapportDeckOptions deck_options;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
    N_ ("The picture: ends in .png, .svg or .pdf; “-” is standard output"), N_ ("OUT") },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_ ("png, svg or pdf, where OUT does not say it"),
    N_ ("FORMAT") },
  RAPPORT_CLI_VIEW_ENTRIES (view),
  { "all-tensions", 0, 0, G_OPTION_ARG_NONE, &all_tensions,
    N_ ("Four pictures, one a tension, numbered before the ending"), NULL },
  { "deck", 0, 0, G_OPTION_ARG_NONE, &deck,
    N_ ("The steps of the map, or of a workshop if it has none: a PDF with a page for each, or numbered pictures"),
    NULL },
  { "unfold", 0, 0, G_OPTION_ARG_NONE, &deck_options.every_stage,
    N_ ("With --deck: a page for each thing that unfolds in a step"), NULL },
  { "notes", 0, 0, G_OPTION_ARG_NONE, &deck_options.notes,
    N_ ("With --deck and a PDF: notes for whoever leads after each step; not for handing out"), NULL },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, N_ ("light, dark, high-contrast or print"), N_ ("NAME") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size_name,
    N_ ("board-paper, A4 to A0, 1080p, 4K, or pixels such as 1600x900 or 1600"), N_ ("SIZE") },
  { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &scale, N_ ("So many times as many pixels"), N_ ("FACTOR") },
  { "transparent", 0, 0, G_OPTION_ARG_NONE, &transparent, N_ ("Without the background"), NULL },
  { "no-legend", 0, 0, G_OPTION_ARG_NONE, &no_legend, N_ ("Without the legend"), NULL },
  { "no-heading", 0, 0, G_OPTION_ARG_NONE, &no_heading, N_ ("Without question and title"), NULL },
  { "thumbnail", 0, 0, G_OPTION_ARG_NONE, &thumbnail,
    N_ ("For a list of files: without legend and heading, and none of a confidential map"), NULL },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("Instead of the map’s question"), N_ ("TEXT") },
  { NULL },
};

typedef struct
{
  RapportPictureOptions picture;
  const RapportTheme *theme;
  RapportPage page;
} Job;

static gboolean
refuse (GError *error)
{
  rapport_cli_say ("%s", error->message);
  g_error_free (error);
  return FALSE;
}

static gboolean
read_format_name (RapportPictureFormat *format)
{
  g_autofree char *name = g_strconcat ("x.", format_name, NULL);

  if (rapport_picture_format_from_name (name, format, NULL))
    return TRUE;
  rapport_cli_say (_("There is no format “%s”; there are png, svg and pdf."), format_name);
  return FALSE;
}

static gboolean
read_format (RapportPictureFormat *format)
{
  GError *error = NULL;

  if (out == NULL)
    {
      rapport_cli_say ("%s", _("Say where the picture goes: -o OUT.png, OUT.svg or OUT.pdf."));
      return FALSE;
    }
  if (format_name != NULL)
    return read_format_name (format);
  *format = RAPPORT_PICTURE_SVG;
  if (strcmp (out, "-") == 0 || rapport_picture_format_from_name (out, format, &error))
    return TRUE;
  return refuse (error);
}

static gboolean
read_theme (Job *job)
{
  RapportScheme scheme = RAPPORT_SCHEME_LIGHT;
  RapportMedium medium = job->picture.size.paper ? RAPPORT_MEDIUM_PAPER : RAPPORT_MEDIUM_PROJECTION;

  if (theme_name != NULL && !rapport_scheme_parse (theme_name, &scheme))
    {
      rapport_cli_say (_("There is no theme “%s”; there are light, dark, high-contrast and print."),
                       theme_name);
      return FALSE;
    }
  job->theme = rapport_theme_get (scheme, medium);
  return TRUE;
}

static gboolean
read_size (Job *job)
{
  RapportPictureSize *size = &job->picture.size;
  GError *error = NULL;

  rapport_picture_size_init (size);
  if (size_name != NULL && !rapport_picture_size_parse (size, size_name, &error))
    return refuse (error);
  if (!(scale > 0 && scale <= LARGEST_SCALE))
    {
      rapport_cli_say (_("--scale takes a number above 0, up to %.0f."), LARGEST_SCALE);
      return FALSE;
    }
  job->page.width = size->page_width;
  job->page.height = size->page_height;
  return TRUE;
}

static gboolean
read_job (Job *job)
{
  if (!read_format (&job->picture.format) || !read_size (job) || !read_theme (job))
    return FALSE;
  job->picture.scale = scale;
  job->picture.transparent = transparent;
  job->page.no_heading = no_heading || thumbnail;
  job->page.no_legend = no_legend || thumbnail;
  job->page.title = title;
  if (deck_options.notes && (!deck || job->picture.format != RAPPORT_PICTURE_PDF))
    {
      rapport_cli_say ("%s", _("Notes go into a PDF of the steps: --deck -o OUT.pdf --notes."));
      return FALSE;
    }
  if (deck && job->picture.format != RAPPORT_PICTURE_PDF && strcmp (out, "-") == 0)
    {
      rapport_cli_say ("%s", _("Several pictures cannot go to standard output; give --deck a file’s name, or a PDF’s."));
      return FALSE;
    }
  if (all_tensions && strcmp (out, "-") == 0)
    {
      rapport_cli_say ("%s", _("Four pictures cannot go to standard output; give --all-tensions a file’s name."));
      return FALSE;
    }
  return TRUE;
}

/* Makes one picture and writes it; what fails leaves no file behind. */
static gboolean
export_one (const Job *job, RapportMap *map, const RapportLens *lens, const char *path)
{
  g_autoptr (RapportScene) scene = rapport_scene_new (map, lens, job->theme, &job->page);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = rapport_picture_render (scene, &job->picture, NULL, &error);
  if (bytes == NULL)
    return refuse (error);
  return rapport_cli_write (path, bytes);
}

/* Returns: (transfer full): "map.png" with the number 2 is "map-2.png" */
static char *
number_name (const char *path, guint number)
{
  const char *base = strrchr (path, G_DIR_SEPARATOR), *dot = strrchr (base != NULL ? base : path, '.');

  if (dot == NULL)
    dot = path + strlen (path);
  return g_strdup_printf ("%.*s-%u%s", (int) (dot - path), path, number, dot);
}

static gboolean
export_tensions (const Job *job, RapportMap *map, const RapportLens *lens)
{
  guint base = rapport_lens_get_show (lens) & ~(guint) RAPPORT_SHOW_TENSIONS;

  for (guint i = 1; i <= TENSIONS; i++)
    {
      g_autoptr (RapportLens) one = rapport_lens_with_show (lens, base | rapport_cli_view_get_tension (i));
      g_autofree char *path = number_name (out, i);

      if (!export_one (job, map, one, path))
        return FALSE;
    }
  return TRUE;
}

static gboolean
export_pages (const Job *job, GPtrArray *scenes)
{
  for (guint i = 0; i < scenes->len; i++)
    {
      g_autofree char *path = rapport_deck_name_page (out, i + 1, scenes->len);
      g_autoptr (GBytes) bytes = NULL;
      GError *error = NULL;

      bytes = rapport_picture_render (g_ptr_array_index (scenes, i), &job->picture, NULL, &error);
      if (bytes == NULL)
        return refuse (error);
      if (!rapport_cli_write (path, bytes))
        return FALSE;
    }
  return TRUE;
}

/* The map was read for this picture alone. */
static void
add_ready_steps (RapportMap *map)
{
  g_autoptr (GPtrArray) steps = rapport_ready_steps_new (map);

  for (guint i = 0; i < steps->len; i++)
    rapport_map_add (map, g_ptr_array_index (steps, i));
}

static gboolean
export_deck (const Job *job, RapportMap *map)
{
  g_autoptr (GPtrArray) scenes = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (rapport_element_list_get_length (rapport_map_get_list (map, RAPPORT_LIST_STEPS)) == 0)
    add_ready_steps (map);
  scenes = rapport_deck_new (map, job->theme, &job->page, &deck_options);
  if (job->picture.format != RAPPORT_PICTURE_PDF)
    return export_pages (job, scenes);
  bytes = rapport_deck_render_pdf (scenes, &job->picture, NULL, &error);
  if (bytes == NULL)
    return refuse (error);
  return rapport_cli_write (out, bytes);
}

/* File managers keep thumbnails where the map's owner does not look, and show them to whoever passes. */
static gboolean
may_show (RapportMap *map)
{
  if (!thumbnail || g_strcmp0 (rapport_map_get_sensitivity (map), "confidential") != 0)
    return TRUE;
  rapport_cli_say ("%s", _("The map is confidential: there is no thumbnail of it."));
  return FALSE;
}

static int
run (int argc, char **argv)
{
  RapportMapReading *reading;
  g_autoptr (RapportLens) lens = NULL;
  Job job = { 0 };
  gboolean done;

  if (!rapport_cli_parse (&rapport_cli_export, entries, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_export, argc, 1) || !read_job (&job))
    return RAPPORT_EXIT_REFUSED;
  reading = rapport_cli_load (argv[0]);
  if (reading == NULL || !may_show (reading->map))
    return RAPPORT_EXIT_REFUSED;
  lens = rapport_cli_view_make_lens (&view, reading->map);
  if (lens == NULL)
    return RAPPORT_EXIT_REFUSED;
  deck_options.hide_names = view.hide_names;
  deck_options.names = rapport_lens_get_names (lens);
  if (deck)
    done = export_deck (&job, reading->map);
  else if (all_tensions)
    done = export_tensions (&job, reading->map, lens);
  else
    done = export_one (&job, reading->map, lens, out);
  return done ? RAPPORT_EXIT_FINE : RAPPORT_EXIT_REFUSED;
}

const RapportCliCommand rapport_cli_export = {
  "export",
  "MAP -o OUT",
  N_ ("Draw a map as a PNG, SVG or PDF."),
  run,
};
