/* rapport-export-dialog.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-export-dialog.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-button-names.h"
#include "rapport-choice-names.h"
#include "rapport-deck.h"
#include "rapport-file-save.h"
#include "rapport-leaving-words.h"
#include "rapport-picture.h"
#include "rapport-recent-folder.h"

struct _RapportExportDialog
{
  AdwWindow parent_instance;

  /* Template */
  GtkPicture *preview;
  AdwComboRow *pages;
  AdwActionRow *notes_row;
  GtkSwitch *notes;
  AdwComboRow *format;
  AdwComboRow *size;
  AdwComboRow *scheme;
  GtkSwitch *legend;
  GtkSwitch *hide_names;
  GtkLabel *leaves;
  GtkLabel *failure;
  GtkButton *export_button;

  /* Owned */
  RapportSession *session;
  guint preview_source;
};

G_DEFINE_FINAL_TYPE (RapportExportDialog, rapport_export_dialog, ADW_TYPE_WINDOW)

static const struct
{
  RapportPictureFormat format;
  const char *suffix;
} formats[] = {
  { RAPPORT_PICTURE_PNG, ".png" },
  { RAPPORT_PICTURE_SVG, ".svg" },
  { RAPPORT_PICTURE_PDF, ".pdf" },
};

/* In the order of the template's list. */
static const char *const sizes[] = { "1080p", "4K", "board-paper", "A4", "A3", "A1", "A0" };

/* In the order of the template's list. */
enum
{
  PAGES_ON_SHOW,
  PAGES_STEPS,
  PAGES_UNFOLDING,
};

static guint
get_pages (RapportExportDialog *self)
{
  return adw_combo_row_get_selected (self->pages);
}

static RapportPictureFormat
get_format (RapportExportDialog *self)
{
  return formats[MIN (adw_combo_row_get_selected (self->format), G_N_ELEMENTS (formats) - 1)].format;
}

/* Notes are for a file that is kept, and numbered pictures are for handing out. */
static gboolean
wants_notes (RapportExportDialog *self)
{
  return get_pages (self) != PAGES_ON_SHOW && get_format (self) == RAPPORT_PICTURE_PDF
         && gtk_switch_get_active (self->notes);
}

static const RapportTheme *
get_theme (RapportExportDialog *self, const RapportPictureSize *size)
{
  return rapport_theme_get ((RapportScheme) adw_combo_row_get_selected (self->scheme),
                            size->paper ? RAPPORT_MEDIUM_PAPER : RAPPORT_MEDIUM_PROJECTION);
}

/* Returns: (transfer full) (element-type RapportScene): what is exported, one page or several */
static GPtrArray *
make_scenes (RapportExportDialog *self, const RapportPictureSize *size)
{
  const RapportPage page = { .width = size->page_width,
                             .height = size->page_height,
                             .no_legend = !gtk_switch_get_active (self->legend) };
  const RapportDeckOptions options = { .every_stage = get_pages (self) == PAGES_UNFOLDING,
                                       .hide_names = gtk_switch_get_active (self->hide_names),
                                       .names = rapport_session_get_names (self->session),
                                       .notes = wants_notes (self) };
  g_autoptr (RapportLens) lens
      = rapport_lens_with_hidden_names (rapport_session_get_lens (self->session), options.hide_names);
  RapportMap *map = rapport_session_get_map (self->session);
  GPtrArray *scenes;

  if (get_pages (self) != PAGES_ON_SHOW)
    return rapport_deck_new (map, get_theme (self, size), &page, &options);
  scenes = g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_scene_unref);
  g_ptr_array_add (scenes, rapport_scene_new (map, lens, get_theme (self, size), &page));
  return scenes;
}

static gboolean
chosen_size (RapportExportDialog *self, RapportPictureSize *size)
{
  guint selected = adw_combo_row_get_selected (self->size);

  rapport_picture_size_init (size);
  return selected < G_N_ELEMENTS (sizes) && rapport_picture_size_parse (size, sizes[selected], NULL);
}

static void
show_what_leaves (RapportExportDialog *self, guint n_pages)
{
  g_autofree char *held
      = rapport_leaving_words (rapport_session_get_map (self->session), gtk_switch_get_active (self->hide_names));
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_pages > 1)
    {
      g_string_append_printf (text, ngettext ("%u page.", "%u pages.", n_pages), n_pages);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, held);
  g_string_append_c (text, ' ');
  g_string_append (text, wants_notes (self) ? _("And your notes on each step: keep this file to yourself.")
                                            : _("Notes, who made it and where it is kept stay here."));
  gtk_label_set_text (self->leaves, text->str);
}

static gboolean
preview_cb (gpointer data)
{
  RapportExportDialog *self = data;
  RapportPictureOptions options = { .format = RAPPORT_PICTURE_PNG };
  RapportPictureSize size;
  g_autoptr (GPtrArray) scenes = NULL;
  const RapportScene *scene;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  self->preview_source = 0;
  if (!chosen_size (self, &size))
    return G_SOURCE_REMOVE;
  scenes = make_scenes (self, &size);
  if (scenes->len == 0)
    return G_SOURCE_REMOVE;
  scene = g_ptr_array_index (scenes, 0);
  show_what_leaves (self, scenes->len);
  rapport_picture_size_init (&options.size);
  options.size.width = 800;
  options.size.height = 800 * size.page_height / size.page_width;
  bytes = rapport_picture_render (scene, &options, NULL, NULL);
  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, NULL);
  gtk_picture_set_paintable (self->preview, GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (self->preview, rapport_scene_get_description (scene));
  return G_SOURCE_REMOVE;
}

static void
update_cb (RapportExportDialog *self)
{
  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->notes_row),
                            get_pages (self) != PAGES_ON_SHOW && get_format (self) == RAPPORT_PICTURE_PDF);
  if (self->preview_source == 0)
    self->preview_source = g_timeout_add (80, preview_cb, self);
}

/* One export under way. */
typedef struct
{
  GPtrArray *scenes;
  RapportPictureOptions options;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_ptr_array_unref (export->scenes);
  g_free (export->path);
  g_free (export);
}

/* The chooser has asked whether to replace @path, and nothing else. */
static gboolean
write_file (const char *path, GBytes *bytes, gboolean replace, GCancellable *cancellable, GError **error)
{
  return rapport_file_save (path, bytes, NULL,
                            RAPPORT_FILE_SAVE_NO_BACKUP | (replace ? RAPPORT_FILE_SAVE_OVERWRITE : 0), cancellable,
                            error);
}

static gboolean
write_numbered (const Export *export, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < export->scenes->len; i++)
    {
      g_autofree char *path = rapport_deck_name_page (export->path, i + 1, export->scenes->len);
      g_autoptr (GBytes) bytes
          = rapport_picture_render (g_ptr_array_index (export->scenes, i), &export->options, cancellable, error);

      if (bytes == NULL || !write_file (path, bytes, FALSE, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_one (const Export *export, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (export->scenes->len > 1)
    bytes = rapport_deck_render_pdf (export->scenes, &export->options, cancellable, error);
  else
    bytes = rapport_picture_render (g_ptr_array_index (export->scenes, 0), &export->options, cancellable, error);
  return bytes != NULL && write_file (export->path, bytes, TRUE, cancellable, error);
}

static void
export_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;
  gboolean numbered = export->scenes->len > 1 && export->options.format != RAPPORT_PICTURE_PDF;

  if (numbered ? write_numbered (export, cancellable, &error) : write_one (export, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RapportExportDialog *self = RAPPORT_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), TRUE);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_text (self->failure, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
}

static void
start_export (RapportExportDialog *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, exported_cb, NULL);
  Export *export = g_new0 (Export, 1);

  chosen_size (self, &export->options.size);
  export->options.format = formats[adw_combo_row_get_selected (self->format)].format;
  export->scenes = make_scenes (self, &export->options.size);
  export->path = g_strdup (path);
  g_task_set_task_data (task, export, export_free);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export_button), FALSE);
  g_task_run_in_thread (task, export_in_thread);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, RapportExportDialog *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    {
      rapport_recent_folder_keep (file);
      start_export (self, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

static void
export_cb (RapportExportDialog *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Export a picture"), GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  g_autofree char *title = rapport_session_dup_title (self->session);
  g_autofree char *name = g_strconcat (g_strdelimit (title, "/\n", '-'),
                                       formats[adw_combo_row_get_selected (self->format)].suffix, NULL);

  rapport_recent_folder_begin (GTK_FILE_CHOOSER (dialog));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
rapport_export_dialog_dispose (GObject *object)
{
  RapportExportDialog *self = RAPPORT_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->preview_source, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAPPORT_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (rapport_export_dialog_parent_class)->dispose (object);
}

static void
rapport_export_dialog_class_init (RapportExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rapport/Rapport/rapport-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, hide_names);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, notes_row);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, scheme);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, leaves);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, RapportExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rapport_export_dialog_init (RapportExportDialog *self)
{
  AdwComboRow *choices[4];

  gtk_widget_init_template (GTK_WIDGET (self));
  choices[0] = self->pages;
  choices[1] = self->format;
  choices[2] = self->size;
  choices[3] = self->scheme;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    rapport_choice_names_mend (GTK_WIDGET (choices[i]),
                               adw_preferences_row_get_title (ADW_PREFERENCES_ROW (choices[i])));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->format));
}

/* Shows the dialog above @parent. */
void
rapport_export_dialog_present (GtkWindow *parent, RapportSession *session)
{
  RapportExportDialog *self = g_object_new (RAPPORT_TYPE_EXPORT_DIALOG, "transient-for", parent, "destroy-with-parent", TRUE,
                                            NULL);
  guint n_steps;

  self->session = g_object_ref (session);
  gtk_switch_set_active (self->hide_names, rapport_session_hides_names (session));
  n_steps = rapport_element_list_get_length (rapport_map_get_list (rapport_session_get_map (session),
                                                                   RAPPORT_LIST_STEPS));
  gtk_widget_set_sensitive (GTK_WIDGET (self->pages), n_steps > 0);
  if (n_steps == 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->pages), _("This map has no steps: F8 makes some"));
  update_cb (self);
  rapport_button_names_mend (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));
}
