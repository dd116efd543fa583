/* rapport-cli-paper.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cli-command.h"
#include "rapport-cli-output.h"
#include "rapport-cli-view.h"
#include "rapport-paper-order.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

static RapportCliView view = { .reach = 1 };
static char *out;
static char *sheet_name;
static char *size_name;
static char *theme_name;
static char *title;
static int across = 1;
static double overlap = RAPPORT_SHEETS_OVERLAP;
static gboolean cards;
static gboolean wheel;
static gboolean no_legend;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The PDF; “-” is standard output"), N_ ("OUT") },
  { "cards", 0, 0, G_OPTION_ARG_NONE, &cards, N_ ("Blank cards to write on, a sheet for each sector"), NULL },
  { "wheel", 0, 0, G_OPTION_ARG_NONE, &wheel, N_ ("The empty wheel, to lay the cards on"), NULL },
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet_name, N_ ("The paper: A4 (at first) to A0"), N_ ("NAME") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size_name,
    N_ ("How large the picture is, on as many sheets as it takes: A4 to A0, or board-paper; otherwise it fills a sheet"),
    N_ ("NAME") },
  { "across", 0, 0, G_OPTION_ARG_INT, &across,
    N_ ("Instead of a size: it fills so many sheets beside one another, and as many below"), N_ ("N") },
  { "overlap", 0, 0, G_OPTION_ARG_DOUBLE, &overlap, N_ ("How far neighbouring sheets lie over one another, 10 at first"),
    N_ ("MM") },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name, N_ ("light, dark, high-contrast or print"), N_ ("NAME") },
  { "no-legend", 0, 0, G_OPTION_ARG_NONE, &no_legend, N_ ("Without the legend"), NULL },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("Instead of the map’s question"), N_ ("TEXT") },
  RAPPORT_CLI_VIEW_ENTRIES (view),
  { NULL },
};

static gboolean
refuse (GError *error)
{
  rapport_cli_say ("%s", error->message);
  g_error_free (error);
  return FALSE;
}

static gboolean
read_order (RapportPaperOrder *order)
{
  GError *error = NULL;

  rapport_paper_order_init (order);
  if (out == NULL || (cards && wheel))
    {
      rapport_cli_say ("%s", out == NULL ? _("Say where the pages go: -o OUT.pdf.")
                                         : _("Cards and the wheel are two files: take --cards or --wheel."));
      return FALSE;
    }
  if ((sheet_name != NULL && !rapport_paper_order_set_sheet (order, sheet_name, &error))
      || (size_name != NULL && !rapport_paper_order_set_size (order, size_name, &error)))
    return refuse (error);
  if (theme_name != NULL && !rapport_scheme_parse (theme_name, &order->scheme))
    {
      rapport_cli_say (_("There is no theme “%s”; there are light, dark, high-contrast and print."), theme_name);
      return FALSE;
    }
  order->kind = cards ? RAPPORT_PAPER_CARDS : wheel ? RAPPORT_PAPER_WHEEL : RAPPORT_PAPER_PICTURE;
  if (across < 1 || across > RAPPORT_SHEETS_MOST_ACROSS)
    {
      rapport_cli_say (_("--across takes a number from 1 to %d."), RAPPORT_SHEETS_MOST_ACROSS);
      return FALSE;
    }
  order->across = (guint) across;
  order->overlap = overlap;
  order->page.no_legend = no_legend;
  order->page.title = title;
  return TRUE;
}

static int
run (int argc, char **argv)
{
  RapportMapReading *reading;
  g_autoptr (RapportLens) lens = NULL;
  g_autoptr (RapportPaper) paper = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RapportPaperOrder order;
  GError *error = NULL;

  if (!rapport_cli_parse (&rapport_cli_paper, entries, &argc, &argv)
      || !rapport_cli_expect (&rapport_cli_paper, argc, 1) || !read_order (&order))
    return RAPPORT_EXIT_REFUSED;
  reading = rapport_cli_load (argv[0]);
  lens = reading != NULL ? rapport_cli_view_make_lens (&view, reading->map) : NULL;
  if (lens == NULL)
    return RAPPORT_EXIT_REFUSED;
  paper = rapport_paper_order_make (&order, reading->map, lens, &error);
  bytes = paper != NULL ? rapport_paper_render_pdf (paper, NULL, &error) : NULL;
  if (bytes == NULL)
    {
      refuse (error);
      return RAPPORT_EXIT_REFUSED;
    }
  return rapport_cli_write (out, bytes) ? RAPPORT_EXIT_FINE : RAPPORT_EXIT_REFUSED;
}

const RapportCliCommand rapport_cli_paper = {
  "paper",
  "MAP -o OUT.pdf",
  N_ ("Lay a map out on sheets of paper, large on several, or make blank cards or an empty wheel."),
  run,
};
