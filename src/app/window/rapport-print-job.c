/* rapport-print-job.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-print-job.h"

#include "rapport-paper-painter.h"

/* Points in a millimetre. */
#define POINT (72 / 25.4)
/* A sheet that is so little off is the one that has a name. */
#define NEAR_MM 1.0

static const char *const names[] = { "iso_a4", "iso_a3", "iso_a2", "iso_a1", "iso_a0" };

/* @width, @height: in points, upright. Returns: (transfer full) */
static GtkPaperSize *
new_paper_size (double width, double height)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (names[i]);

      if (ABS (gtk_paper_size_get_width (size, GTK_UNIT_MM) - width / POINT) < NEAR_MM
          && ABS (gtk_paper_size_get_height (size, GTK_UNIT_MM) - height / POINT) < NEAR_MM)
        return size;
      gtk_paper_size_free (size);
    }
  return gtk_paper_size_new_custom ("rapport", "rapport", width, height, GTK_UNIT_POINTS);
}

/* Returns: (transfer full) */
static GtkPageSetup *
new_page_setup (const RapportPaper *paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size;
  double width, height;

  rapport_paper_get_size (paper, &width, &height);
  size = new_paper_size (MIN (width, height), MAX (width, height));
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, RapportPaper *paper)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  rapport_paper_get_size (paper, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  /* What differs by less than a printer's accuracy is printed as large as it is. */
  if (ABS (scale - 1) < 0.002)
    scale = 1;
  cairo_translate (cr, (gtk_print_context_get_width (context) - width * scale) / 2,
                   (gtk_print_context_get_height (context) - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  rapport_paper_paint (paper, (guint) page, cr, FALSE, NULL);
}

static void
unref_cb (gpointer paper, GClosure *closure)
{
  rapport_paper_unref (paper);
}

GtkPrintOperation *
rapport_print_job_new (RapportPaper *paper)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (paper);

  gtk_print_operation_set_job_name (operation, rapport_paper_get_title (paper));
  gtk_print_operation_set_n_pages (operation, (int) rapport_paper_get_n_pages (paper));
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* Margins are part of what is planned. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), rapport_paper_ref (paper), unref_cb, 0);
  return operation;
}
