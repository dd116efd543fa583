/* rapport-paper-window.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-paper-window.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-button-names.h"
#include "rapport-choice-names.h"
#include "rapport-file-save.h"
#include "rapport-leaving-words.h"
#include "rapport-paper-order.h"
#include "rapport-paper-painter.h"
#include "rapport-print-job.h"
#include "rapport-recent-folder.h"

/* Of the preview, in pixels. */
#define PREVIEW_HEIGHT 230
#define PREVIEW_SCALE 3
#define SOON_MS 80

struct _RapportPaperWindow
{
  AdwWindow parent_instance;

  /* Children */
  GtkPicture *preview;
  GtkWidget *back;
  GtkLabel *where;
  GtkWidget *forward;
  GtkLabel *failure;
  AdwComboRow *kind;
  AdwComboRow *sheet;
  AdwComboRow *size;
  GtkSwitch *grey;
  GtkSwitch *hide_names;
  GtkWidget *hide_names_row;
  GtkLabel *leaves;
  GtkWidget *save;
  GtkWidget *print;

  /* Owned */
  RapportSession *session;
  RapportPaper *paper; /* nullable */
  guint page;          /* that is shown, from 0 */
  guint source;
};

G_DEFINE_FINAL_TYPE (RapportPaperWindow, rapport_paper_window, ADW_TYPE_WINDOW)

static const char *const sheets[] = { "A4", "A3", "A2", "A1", "A0" };

/* In the order of the list: how many sheets beside one another; none is the board paper's own size. */
static const guint across[] = { 1, 2, 3, 4, 0 };

/* --- What is wanted --- */

static RapportPaperKind
get_kind (RapportPaperWindow *self)
{
  return (RapportPaperKind) MIN (adw_combo_row_get_selected (self->kind), RAPPORT_PAPER_WHEEL);
}

static void
read_order (RapportPaperWindow *self, RapportPaperOrder *order)
{
  guint sheet = adw_combo_row_get_selected (self->sheet), size = adw_combo_row_get_selected (self->size);

  rapport_paper_order_init (order);
  order->kind = get_kind (self);
  rapport_paper_order_set_sheet (order, sheets[MIN (sheet, G_N_ELEMENTS (sheets) - 1)], NULL);
  order->across = across[MIN (size, G_N_ELEMENTS (across) - 1)];
  if (order->across == 0)
    rapport_paper_order_set_size (order, "board-paper", NULL);
  order->scheme = gtk_switch_get_active (self->grey) ? RAPPORT_SCHEME_PRINT : RAPPORT_SCHEME_LIGHT;
}

static void
fail (RapportPaperWindow *self, const char *sentence)
{
  gtk_label_set_text (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

/* --- The preview --- */

/* Returns: (transfer full): the page in small, on white */
static GdkTexture *
paint_preview (const RapportPaper *paper, guint page)
{
  double width, height, scale;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;
  int stride;
  GdkTexture *texture;

  rapport_paper_get_size (paper, &width, &height);
  scale = PREVIEW_HEIGHT * PREVIEW_SCALE / height;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * scale), (int) ceil (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  rapport_paper_paint (paper, page, cr, FALSE, NULL);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) stride * (gsize) cairo_image_surface_get_height (surface));
  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface),
                                    GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  cairo_surface_destroy (surface);
  return texture;
}

static void
show_page (RapportPaperWindow *self)
{
  guint n = rapport_paper_get_n_pages (self->paper);
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *where = NULL;

  self->page = MIN (self->page, n - 1);
  texture = paint_preview (self->paper, self->page);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  where = g_strdup_printf (ngettext ("Sheet %u of %u", "Sheet %u of %u", n), self->page + 1, n);
  gtk_label_set_text (self->where, where);
  gtk_picture_set_alternative_text (self->preview, where);
  gtk_widget_set_sensitive (self->back, self->page > 0);
  gtk_widget_set_sensitive (self->forward, self->page + 1 < n);
}

static void
show_what_leaves (RapportPaperWindow *self)
{
  g_autofree char *words = NULL;

  if (get_kind (self) == RAPPORT_PAPER_PICTURE)
    words = rapport_leaving_words (rapport_session_get_map (self->session), gtk_switch_get_active (self->hide_names));
  else if (get_kind (self) == RAPPORT_PAPER_CARDS)
    words = g_strdup (_("The names of the sectors, and nobody on the map."));
  else
    words = g_strdup (_("The question and the names of the sectors, and nobody on the map."));
  gtk_label_set_text (self->leaves, words);
}

static gboolean
remake_cb (gpointer data)
{
  RapportPaperWindow *self = data;
  RapportPaperOrder order;
  g_autoptr (RapportLens) lens
      = rapport_lens_with_hidden_names (rapport_session_get_lens (self->session), gtk_switch_get_active (self->hide_names));
  g_autoptr (GError) error = NULL;

  self->source = 0;
  read_order (self, &order);
  g_clear_pointer (&self->paper, rapport_paper_unref);
  self->paper = rapport_paper_order_make (&order, rapport_session_get_map (self->session), lens, &error);
  fail (self, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->save, self->paper != NULL);
  gtk_widget_set_sensitive (self->print, self->paper != NULL);
  if (self->paper != NULL)
    show_page (self);
  show_what_leaves (self);
  return G_SOURCE_REMOVE;
}

/* After a moment, so that whoever runs through a list with the arrow keys does not wait at each row. */
static void
update (RapportPaperWindow *self)
{
  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->size), get_kind (self) != RAPPORT_PAPER_CARDS);
  gtk_widget_set_sensitive (self->hide_names_row, get_kind (self) == RAPPORT_PAPER_PICTURE);
  if (self->source == 0)
    self->source = g_timeout_add (SOON_MS, remake_cb, self);
}

/* What is on paper is what was chosen, however quickly the button was pressed. */
static gboolean
make_now (RapportPaperWindow *self)
{
  if (self->source != 0)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      remake_cb (self);
    }
  return self->paper != NULL;
}

static void
back_cb (RapportPaperWindow *self)
{
  self->page--;
  show_page (self);
}

static void
forward_cb (RapportPaperWindow *self)
{
  self->page++;
  show_page (self);
}

/* --- Saving --- */

typedef struct
{
  RapportPaper *paper;
  char *path;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  rapport_paper_unref (job->paper);
  g_free (job->path);
  g_free (job);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = rapport_paper_render_pdf (job->paper, cancellable, &error);

  /* The chooser has asked whether to replace what is there. */
  if (bytes != NULL
      && rapport_file_save (job->path, bytes, NULL, RAPPORT_FILE_SAVE_NO_BACKUP | RAPPORT_FILE_SAVE_OVERWRITE,
                            cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RapportPaperWindow *self = RAPPORT_PAPER_WINDOW (source);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save, TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    fail (self, error->message);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, RapportPaperWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file == NULL || !make_now (self))
    return;
  rapport_recent_folder_keep (file);
  job = g_new0 (Job, 1);
  job->paper = rapport_paper_ref (self->paper);
  job->path = g_strdup (g_file_peek_path (file));
  fail (self, NULL);
  gtk_widget_set_sensitive (self->save, FALSE);
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
save_cb (RapportPaperWindow *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Save as a PDF"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                     _("_Cancel"));
  /* Translators: names of files, without their ending; %s is what the map is called. */
  const char *const stems[] = { N_("%s, on paper"), N_("%s, cards"), N_("%s, empty wheel") };
  g_autofree char *title = rapport_session_dup_title (self->session);
  g_autofree char *stem = NULL, *name = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  stem = g_strdup_printf (_ (stems[get_kind (self)]), g_strdelimit (title, "/\n", '-'));
#pragma GCC diagnostic pop
  name = g_strconcat (stem, ".pdf", NULL);
  rapport_recent_folder_begin (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- Printing --- */

static void
keep_settings (GtkPrintOperation *operation)
{
  GApplication *application = g_application_get_default ();
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  if (application != NULL && settings != NULL)
    g_object_set_data_full (G_OBJECT (application), "rapport-print-settings", g_object_ref (settings), g_object_unref);
}

/* Printers and trays are asked for once; which paper and which way round is the plan's. */
static void
take_settings (GtkPrintOperation *operation)
{
  GApplication *application = g_application_get_default ();
  GtkPrintSettings *kept
      = application != NULL ? g_object_get_data (G_OBJECT (application), "rapport-print-settings") : NULL;
  g_autoptr (GtkPrintSettings) settings = kept != NULL ? gtk_print_settings_copy (kept) : NULL;

  if (settings == NULL)
    return;
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_ORIENTATION);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAPER_FORMAT);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAPER_WIDTH);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAPER_HEIGHT);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_operation_set_print_settings (operation, settings);
}

static void
done_cb (RapportPaperWindow *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      keep_settings (operation);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  sentence = error != NULL ? g_strdup_printf (_("Nothing was printed: %s. A PDF can be saved instead."), error->message)
                           : g_strdup (_("Nothing was printed. A PDF can be saved instead."));
  fail (self, sentence);
}

static void
print_cb (RapportPaperWindow *self)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (!make_now (self))
    return;
  fail (self, NULL);
  operation = rapport_print_job_new (self->paper);
  take_settings (operation);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/* --- What it is made of --- */

static GtkWidget *
new_header (RapportPaperWindow *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->save = gtk_button_new_with_mnemonic (_("_Save as PDF…"));
  self->print = gtk_button_new_with_mnemonic (_("_Print…"));
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->print, "suggested-action");
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->print, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->print);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save);
  return header;
}

static GtkWidget *
new_turner (RapportPaperWindow *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_preview (RapportPaperWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *pages = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->preview = GTK_PICTURE (gtk_picture_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->preview), -1, PREVIEW_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self->preview), "sheet-preview");
  self->back = new_turner (self, "go-previous-symbolic", _("Sheet before"), G_CALLBACK (back_cb));
  self->forward = new_turner (self, "go-next-symbolic", _("Next sheet"), G_CALLBACK (forward_cb));
  self->where = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_halign (pages, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (pages), self->back);
  gtk_box_append (GTK_BOX (pages), GTK_WIDGET (self->where));
  gtk_box_append (GTK_BOX (pages), self->forward);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (box), pages);
  return box;
}

static AdwComboRow *
add_choice (RapportPaperWindow *self, GtkWidget *group, const char *title, const char *const *words)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (words);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  rapport_choice_names_mend (row, title);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_COMBO_ROW (row);
}

/* @row: (out): where the switch is */
static GtkSwitch *
add_switch (RapportPaperWindow *self, GtkWidget *group, const char *title, const char *subtitle, GtkWidget **row)
{
  GtkWidget *toggle = gtk_switch_new ();

  *row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (*row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (*row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (*row), 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (*row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (*row), toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), *row);
  return GTK_SWITCH (toggle);
}

static GtkWidget *
new_choices (RapportPaperWindow *self)
{
  const char *const kinds[] = { _("The map on show"), _("Blank cards to write on"), _("An empty wheel"), NULL };
  const char *const papers[] = { "A4", "A3", "A2", "A1", "A0", NULL };
  const char *const sizes[] = { _("One sheet"), _("2 × 2 sheets"), _("3 × 3 sheets"), _("4 × 4 sheets"),
                                _("Board paper, 16 cm wide"), NULL };
  GtkWidget *group = adw_preferences_group_new (), *row;

  self->kind = add_choice (self, group, _("What"), kinds);
  self->sheet = add_choice (self, group, _("Paper"), papers);
  self->size = add_choice (self, group, _("How large"), sizes);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->size), _("Several sheets are cut along marks and glued"));
  self->grey = add_switch (self, group, _("Black and white"), _("Patterns instead of colours, for any copier"), &row);
  self->hide_names = add_switch (self, group, _("Hide names"), _("Codes such as “NHS 1” stand for them"),
                                 &self->hide_names_row);
  return group;
}

static GtkLabel *
new_sentence (const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_xalign (label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

static GtkWidget *
new_content (RapportPaperWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *group = adw_preferences_group_new ();

  self->failure = new_sentence ("error");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  self->leaves = new_sentence ("body");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("What leaves with it"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->leaves));
  gtk_widget_add_css_class (box, "before-start");
  gtk_box_append (GTK_BOX (box), new_preview (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->failure));
  gtk_box_append (GTK_BOX (box), new_choices (self));
  gtk_box_append (GTK_BOX (box), group);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
rapport_paper_window_dispose (GObject *object)
{
  RapportPaperWindow *self = RAPPORT_PAPER_WINDOW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->paper, rapport_paper_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rapport_paper_window_parent_class)->dispose (object);
}

static void
rapport_paper_window_class_init (RapportPaperWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_paper_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rapport_paper_window_init (RapportPaperWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _("On paper"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 660, 760);
  gtk_box_append (GTK_BOX (all), new_header (self));
  gtk_box_append (GTK_BOX (all), new_content (self));
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->kind));
}

/* Shows the window above @parent. */
void
rapport_paper_window_present (GtkWindow *parent, RapportSession *session)
{
  RapportPaperWindow *self = g_object_new (RAPPORT_TYPE_PAPER_WINDOW, "transient-for", parent, "destroy-with-parent",
                                           TRUE, NULL);

  self->session = g_object_ref (session);
  gtk_switch_set_active (self->hide_names, rapport_session_hides_names (session));
  update (self);
  make_now (self);
  rapport_button_names_mend (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
