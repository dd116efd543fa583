/* rapport-outline-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-outline-view.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-additions.h"
#include "rapport-edits.h"
#include "rapport-late-menu.h"
#include "rapport-link-chooser.h"
#include "rapport-mark.h"
#include "rapport-outline-row.h"
#include "rapport-outline-section.h"
#include "rapport-sector.h"
#include "rapport-stakeholder.h"
#include "rapport-whose-view.h"

#define WORDS_KEY "rapport-words"

struct _RapportOutlineView
{
  GtkWidget parent_instance;

  /* Template */
  GtkSearchEntry *search;
  GtkMenuButton *add_button;
  GMenuModel *add_menu;
  RapportWhoseView *whose;
  GtkListView *list;
  GtkStack *stack;

  /* Owned */
  RapportSession *session; /* nullable */
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;
  GSignalGroup *session_signals;
  GListStore *sections;         /* of RapportOutlineSection; empty while nobody sees the outline */
  GtkFilterListModel *headings; /* those of them that are shown */
  GtkCustomFilter *heading_filter;
  GtkTreeListModel *tree;
  GtkMultiSelection *model;
  GHashTable *rows; /* of borrowed GtkListItem, those that show something */

  gboolean syncing; /* the list follows the selection, or the other way round */
};

G_DEFINE_FINAL_TYPE (RapportOutlineView, rapport_outline_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const RapportList lists[] = { RAPPORT_LIST_LINKS, RAPPORT_LIST_REGIONS, RAPPORT_LIST_MARKS,
                                     RAPPORT_LIST_RESPONSES, RAPPORT_LIST_FUNCTIONS, RAPPORT_LIST_TERMS };

/* --- Rows --- */

/* Screen readers are told of a name only where it is another: some 200 rows are shown anew after each change. */
static void
call (GtkWidget *widget, const char *words)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (widget), WORDS_KEY), words) == 0)
    return;
  g_object_set_data_full (G_OBJECT (widget), WORDS_KEY, g_strdup (words), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
refresh_row (RapportOutlineView *self, GtkListItem *item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (item));
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr (GObject) shown = gtk_tree_list_row_get_item (row);
  g_autofree char *words = NULL;

  /* A row may outlive what it showed by a moment. */
  if (shown == NULL || self->session == NULL
      || (RAPPORT_IS_ELEMENT (shown) && rapport_element_get_map (RAPPORT_ELEMENT (shown)) == NULL))
    return;
  words = rapport_outline_row_show (RAPPORT_OUTLINE_ROW (gtk_tree_expander_get_child (expander)), shown,
                                    self->session);
  call (GTK_WIDGET (expander), words);
  if (gtk_widget_get_parent (GTK_WIDGET (expander)) != NULL)
    call (gtk_widget_get_parent (GTK_WIDGET (expander)), words);
}

static void
refresh_rows (RapportOutlineView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    refresh_row (self, item);
}

static void
setup_cb (RapportOutlineView *self, GtkListItem *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();

  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), rapport_outline_row_new ());
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (RapportOutlineView *self, GtkListItem *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), row);
  gtk_list_item_set_selectable (item, gtk_tree_list_row_get_depth (row) > 0);
  /* What is below a heading begins where its words do; that it opens nothing itself needs no room. */
  gtk_tree_expander_set_indent_for_icon (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)),
                                         gtk_tree_list_row_get_depth (row) == 0);
  g_hash_table_add (self->rows, item);
  refresh_row (self, item);
}

static void
unbind_cb (RapportOutlineView *self, GtkListItem *item)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
  g_hash_table_remove (self->rows, item);
}

/* --- Selection --- */

/* Returns: (nullable) (transfer full): what the row at @position shows, where it is no heading */
static RapportElement *
element_at (RapportOutlineView *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr (GObject) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return RAPPORT_IS_ELEMENT (item) ? RAPPORT_ELEMENT (g_steal_pointer (&item)) : NULL;
}

/* Returns: whether a row shows @element; @position is its place in the list */
static gboolean
find_row (RapportOutlineView *self, RapportElement *element, guint *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->headings)); i++)
    {
      g_autoptr (RapportOutlineSection) section
          = g_list_model_get_item (G_LIST_MODEL (self->headings), i);
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

      if (!rapport_outline_section_find (section, element, position))
        continue;
      if (!gtk_tree_list_row_get_expanded (row))
        return FALSE;
      *position += gtk_tree_list_row_get_position (row) + 1;
      return TRUE;
    }
  return FALSE;
}

/* From the map to the list. */
static void
selection_cb (RapportOutlineView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->tree));
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);
  g_autoptr (GPtrArray) selected = NULL;
  guint position;

  if (self->syncing || self->session == NULL || n == 0)
    return;
  selected = rapport_selection_list (rapport_session_get_selection (self->session), RAPPORT_TYPE_ELEMENT);
  for (guint i = 0; i < selected->len; i++)
    if (find_row (self, g_ptr_array_index (selected, i), &position))
      gtk_bitset_add (wanted, position);
  self->syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->model), wanted, all);
  self->syncing = FALSE;
  if (!gtk_bitset_is_empty (wanted))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                                gtk_bitset_get_minimum (wanted));
}

/* From the list to the map. */
static void
rows_selected_cb (RapportOutlineView *self)
{
  g_autoptr (GtkBitset) rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint position;

  if (self->syncing || self->session == NULL)
    return;
  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (RapportElement) element = element_at (self, position);

      if (element != NULL && rapport_element_get_id (element) != NULL)
        g_ptr_array_add (ids, (char *) rapport_element_get_id (element));
    }
  g_ptr_array_add (ids, NULL);
  self->syncing = TRUE;
  rapport_selection_set_all (rapport_session_get_selection (self->session),
                             (const char *const *) ids->pdata);
  self->syncing = FALSE;
}

/* --- What is listed --- */

static GListModel *
children_cb (gpointer item, gpointer data)
{
  if (!RAPPORT_IS_OUTLINE_SECTION (item))
    return NULL;
  return g_object_ref (rapport_outline_section_get_model (item));
}

/* What is empty is shown all the same, because one adds there; but not while one looks for something, nor groups,
 * which are made on the map. */
static gboolean
shows_heading (gpointer item, gpointer data)
{
  RapportOutlineView *self = data;
  const char *sector = rapport_outline_section_get_sector (item);

  if (g_list_model_get_n_items (rapport_outline_section_get_model (item)) > 0)
    return TRUE;
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0'
         && rapport_outline_section_get_list (item) != RAPPORT_LIST_REGIONS && g_strcmp0 (sector, RAPPORT_OUTLINE_NO_SECTOR) != 0;
}

static void
add_section (RapportOutlineView *self, RapportList list, const char *sector)
{
  g_autoptr (RapportOutlineSection) section
      = rapport_outline_section_new (rapport_session_get_map (self->session), list, sector);

  rapport_outline_section_set_search (section, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_list_store_append (self->sections, section);
}

static void
fill (RapportOutlineView *self)
{
  static const char *const built_in[] = { "academia", "nhs", "policy", "third" };
  RapportElementList *sectors
      = rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_SECTORS);

  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    add_section (self, RAPPORT_LIST_STAKEHOLDERS, built_in[i]);
  for (guint i = 0; i < rapport_element_list_get_length (sectors); i++)
    {
      const char *id = rapport_element_get_id (rapport_element_list_peek (sectors, i));

      if (!rapport_sector_is_built_in (id))
        add_section (self, RAPPORT_LIST_STAKEHOLDERS, id);
    }
  add_section (self, RAPPORT_LIST_STAKEHOLDERS, "across");
  add_section (self, RAPPORT_LIST_STAKEHOLDERS, RAPPORT_OUTLINE_NO_SECTOR);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add_section (self, lists[i], NULL);
}

/* Makes the list, or lets it go where nobody sees it. */
static void
rebuild (RapportOutlineView *self)
{
  self->syncing = TRUE;
  g_list_store_remove_all (self->sections);
  if (self->session != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    fill (self);
  gtk_filter_changed (GTK_FILTER (self->heading_filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->syncing = FALSE;
  selection_cb (self);
}

static void
for_each_section (RapportOutlineView *self, gboolean of_stakeholders_only, gboolean search)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sections)); i++)
    {
      g_autoptr (RapportOutlineSection) section
          = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      if (of_stakeholders_only && rapport_outline_section_get_sector (section) == NULL)
        continue;
      if (search)
        rapport_outline_section_set_search (section,
                                            gtk_editable_get_text (GTK_EDITABLE (self->search)));
      else
        rapport_outline_section_refilter (section);
    }
}

/* A search that found nothing says so. */
static void
show_list (RapportOutlineView *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->headings)) > 0;
  gboolean searched = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  gtk_stack_set_visible_child_name (self->stack, any || !searched ? "list" : "nothing");
}

static void
searched_cb (RapportOutlineView *self)
{
  self->syncing = TRUE;
  for_each_section (self, FALSE, TRUE);
  gtk_filter_changed (GTK_FILTER (self->heading_filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->syncing = FALSE;
  show_list (self);
  refresh_rows (self);
  selection_cb (self);
}

static gboolean
moves_between_sections (const RapportChange *change)
{
  return change->kind == RAPPORT_CHANGE_SET && RAPPORT_IS_STAKEHOLDER (change->element)
         && (strcmp (change->property->name, "sector") == 0
             || strcmp (change->property->name, "kind") == 0);
}

/* The lists have followed insertions and removals by themselves. */
static void
committed_cb (RapportOutlineView *self, GPtrArray *changes)
{
  gboolean sectors = FALSE;
  gboolean moved = FALSE;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->sections)) == 0)
    return;
  for (guint i = 0; i < changes->len; i++)
    {
      const RapportChange *change = g_ptr_array_index (changes, i);

      sectors |= RAPPORT_IS_SECTOR (change->element);
      moved |= moves_between_sections (change);
    }
  if (sectors)
    {
      rebuild (self);
      return;
    }
  self->syncing = TRUE;
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    for_each_section (self, FALSE, FALSE);
  else if (moved)
    for_each_section (self, TRUE, FALSE);
  gtk_filter_changed (GTK_FILTER (self->heading_filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->syncing = FALSE;
  show_list (self);
  refresh_rows (self);
  selection_cb (self);
}

/* --- What one does with it --- */

static void
row_activated_cb (RapportOutlineView *self, guint position)
{
  g_autoptr (RapportElement) element = element_at (self, position);
  g_autoptr (GtkTreeListRow) row = NULL;

  if (element != NULL)
    {
      rapport_selection_set (rapport_session_get_selection (self->session),
                             rapport_element_get_id (element));
      g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, rapport_element_get_id (element));
      return;
    }
  row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  if (row != NULL)
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static gboolean
key_cb (RapportOutlineView *self, guint key, guint code, GdkModifierType state)
{
  if (self->session == NULL
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.delete", NULL);
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
  return GDK_EVENT_STOP;
}

/* Out of the entry: what is looked for goes first, then the focus. */
static void
stop_search_cb (RapportOutlineView *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    g_signal_emit (self, signals[SIGNAL_LEAVE], 0);
}

static void
enter_list_cb (RapportOutlineView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
choose_link (RapportOutlineView *self)
{
  GtkWidget *chooser = rapport_link_chooser_new (self->session);

  gtk_widget_set_parent (chooser, GTK_WIDGET (self->add_button));
  gtk_popover_popup (GTK_POPOVER (chooser));
}

/* Makes what @element is called in a file, where that needs no further question. Returns: whether it was made */
static gboolean
add (RapportOutlineView *self, const char *element, const char *which)
{
  const char *sector = *which != '\0' ? which : NULL;

  if (strcmp (element, "link") == 0)
    choose_link (self);
  else if (strcmp (element, "mark") == 0 && *which == '\0')
    /* A tension has to be one of four: the menu asks which. */
    gtk_menu_button_popup (self->add_button);
  else if (strcmp (element, "stakeholder") == 0)
    return rapport_additions_add_stakeholder (self->session, sector);
  else if (strcmp (element, "mark") == 0)
    return rapport_additions_add_mark (self->session, which);
  else if (strcmp (element, "response") == 0)
    return rapport_additions_add_response (self->session);
  else if (strcmp (element, "function") == 0)
    return rapport_additions_add_function (self->session);
  else
    return rapport_additions_add_term (self->session);
  return FALSE;
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RapportOutlineView *self = RAPPORT_OUTLINE_VIEW (widget);
  RapportSelection *selection;
  const char *element;
  const char *which;

  g_variant_get (parameter, "(&s&s)", &element, &which);
  if (self->session == NULL || !add (self, element, which))
    return;
  selection = rapport_session_get_selection (self->session);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, rapport_selection_get_id (selection, 0));
}

/* --- The widget --- */

static void
rapport_outline_view_show (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rapport_outline_view_parent_class)->show (widget);
  rebuild (RAPPORT_OUTLINE_VIEW (widget));
}

/* What puts the outline away has taken the keyboard out of it by now, which unmapping would come before. */
static void
rapport_outline_view_hide (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rapport_outline_view_parent_class)->hide (widget);
  rebuild (RAPPORT_OUTLINE_VIEW (widget));
}

static void
rapport_outline_view_dispose (GObject *object)
{
  RapportOutlineView *self = RAPPORT_OUTLINE_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->tree);
  g_clear_object (&self->headings);
  g_clear_object (&self->heading_filter);
  g_clear_object (&self->sections);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAPPORT_TYPE_OUTLINE_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (rapport_outline_view_parent_class)->dispose (object);
}

static void
rapport_outline_view_finalize (GObject *object)
{
  RapportOutlineView *self = RAPPORT_OUTLINE_VIEW (object);

  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (rapport_outline_view_parent_class)->finalize (object);
}

static void
rapport_outline_view_class_init (RapportOutlineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rapport_outline_view_dispose;
  object_class->finalize = rapport_outline_view_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  widget_class->show = rapport_outline_view_show;
  widget_class->hide = rapport_outline_view_hide;

  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", RAPPORT_TYPE_OUTLINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", RAPPORT_TYPE_OUTLINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "outline.add", "(ss)", add_cb);
  g_type_ensure (RAPPORT_TYPE_WHOSE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/rapport/Rapport/rapport-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RapportOutlineView, search);
  gtk_widget_class_bind_template_child (widget_class, RapportOutlineView, add_button);
  gtk_widget_class_bind_template_child (widget_class, RapportOutlineView, add_menu);
  gtk_widget_class_bind_template_child (widget_class, RapportOutlineView, whose);
  gtk_widget_class_bind_template_child (widget_class, RapportOutlineView, list);
  gtk_widget_class_bind_template_child (widget_class, RapportOutlineView, stack);
}

static void
make_models (RapportOutlineView *self)
{
  self->sections = g_list_store_new (RAPPORT_TYPE_OUTLINE_SECTION);
  self->heading_filter = gtk_custom_filter_new (shows_heading, self, NULL);
  self->headings = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->sections)),
                                              g_object_ref (GTK_FILTER (self->heading_filter)));
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->headings)), FALSE, TRUE,
                                        children_cb, NULL, NULL);
  self->model = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  g_signal_connect_object (self->model, "selection-changed", G_CALLBACK (rows_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
make_list (RapportOutlineView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->model));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
rapport_outline_view_init (RapportOutlineView *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  rapport_late_menu_set (self->add_button, self->add_menu);
  make_models (self);
  make_list (self);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_search_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (enter_list_cb), self,
                           G_CONNECT_SWAPPED);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (committed_cb), self);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (selection_cb), self);
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (refresh_rows),
                                  self);
}

/* @session: (nullable): whose map is listed */
void
rapport_outline_view_set_session (RapportOutlineView *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_OUTLINE_VIEW (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
  rapport_whose_view_set_session (self->whose, session);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            rapport_edits_are_possible (session));
  rebuild (self);
}

/* The focus goes to where one types what one looks for. */
void
rapport_outline_view_start_search (RapportOutlineView *self)
{
  g_return_if_fail (RAPPORT_IS_OUTLINE_VIEW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
