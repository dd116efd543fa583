/* An empty window of libadwaita's that stays open: what the start of any such program costs. With the word "panels" it
 * has a header bar, bars and panels as the program's own has them, with as many buttons and nothing in them. Wants a
 * display. */
#include <adwaita.h>

#define STRIPES 64

static const char *const icons[] = { "document-open-symbolic", "edit-undo-symbolic", "edit-redo-symbolic",
                                     "edit-find-symbolic", "open-menu-symbolic", "sidebar-show-symbolic" };

/* Stripes, which cost nothing, and by which whoever looks at the screen knows that the first frame is there. */
static void draw_cb(GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data) {
    for (int i = 0; i < STRIPES; i++) {
        cairo_set_source_rgb(cr, i / (double) STRIPES, .5, .5);
        cairo_rectangle(cr, width * i / STRIPES, 0, width / STRIPES + 1, height);
        cairo_fill(cr);
    }
}

static GtkWidget *make_paper(void) {
    GtkWidget *paper = gtk_drawing_area_new();
    gtk_drawing_area_set_draw_func(GTK_DRAWING_AREA(paper), draw_cb, NULL, NULL);
    gtk_widget_set_vexpand(paper, TRUE);
    return paper;
}

static void add_bar(GtkWidget *box) {
    GtkWidget *bar = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    const char *const words[] = { "Give and get", "Power", "Influence", "1 Narratives", "2 Power and reciprocity",
                                  "3 Language", "4 People and structures" };
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        gtk_box_append(GTK_BOX(bar), gtk_toggle_button_new_with_label(words[i]));
    gtk_box_append(GTK_BOX(bar), gtk_drop_down_new_from_strings((const char *[]){ "One", "Other", NULL }));
    gtk_box_append(GTK_BOX(box), bar);
}

static GtkWidget *make_header(void) {
    GtkWidget *bar = adw_header_bar_new();
    for (guint i = 0; i < G_N_ELEMENTS(icons); i++)
        adw_header_bar_pack_start(ADW_HEADER_BAR(bar), gtk_button_new_from_icon_name(icons[i]));
    adw_header_bar_set_title_widget(ADW_HEADER_BAR(bar), adw_window_title_new("A map", "Saved"));
    for (guint i = 0; i < 3; i++)
        adw_header_bar_pack_end(ADW_HEADER_BAR(bar), gtk_menu_button_new());
    adw_header_bar_pack_end(ADW_HEADER_BAR(bar), gtk_button_new_with_label("Present"));
    return bar;
}

static GtkWidget *make_map(void) {
    GtkWidget *overlay = gtk_overlay_new(), *zoom = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
    gtk_overlay_set_child(GTK_OVERLAY(overlay), make_paper());
    gtk_box_append(GTK_BOX(zoom), gtk_button_new_from_icon_name("zoom-out-symbolic"));
    gtk_box_append(GTK_BOX(zoom), gtk_button_new_from_icon_name("zoom-fit-best-symbolic"));
    gtk_box_append(GTK_BOX(zoom), gtk_button_new_from_icon_name("zoom-in-symbolic"));
    gtk_widget_set_halign(zoom, GTK_ALIGN_END);
    gtk_widget_set_valign(zoom, GTK_ALIGN_END);
    gtk_overlay_add_overlay(GTK_OVERLAY(overlay), zoom);
    return overlay;
}

/* Panels that are folded away, as the program's own are at first. */
static GtkWidget *make_flap(GtkWidget *content, GtkWidget *panel, GtkPackType side) {
    GtkWidget *flap = adw_flap_new();
    adw_flap_set_content(ADW_FLAP(flap), content);
    adw_flap_set_flap(ADW_FLAP(flap), panel);
    adw_flap_set_flap_position(ADW_FLAP(flap), side);
    adw_flap_set_reveal_flap(ADW_FLAP(flap), FALSE);
    gtk_widget_set_vexpand(flap, TRUE);
    return flap;
}

static void add_panels(GtkWidget *box) {
    GtkWidget *outline = gtk_scrolled_window_new(), *inspector = adw_preferences_page_new();
    GtkWidget *workshop = gtk_stack_new(), *map;
    gtk_scrolled_window_set_child(GTK_SCROLLED_WINDOW(outline), gtk_list_view_new(NULL, NULL));
    map = make_flap(make_flap(make_map(), workshop, GTK_PACK_END), inspector, GTK_PACK_END);
    gtk_box_append(GTK_BOX(box), make_flap(map, outline, GTK_PACK_START));
}

static void activate_cb(GtkApplication *app, gpointer panels) {
    GtkWidget *window = adw_application_window_new(app), *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
    gtk_box_append(GTK_BOX(box), panels ? make_header() : adw_header_bar_new());
    if (panels)
        add_bar(box);
    if (panels)
        add_panels(box);
    else
        gtk_box_append(GTK_BOX(box), make_paper());
    adw_application_window_set_content(ADW_APPLICATION_WINDOW(window), box);
    gtk_window_set_default_size(GTK_WINDOW(window), 1280, 800);
    gtk_window_present(GTK_WINDOW(window));
}
int main(int argc, char **argv) {
    g_autoptr(AdwApplication) app = adw_application_new(NULL, G_APPLICATION_DEFAULT_FLAGS);
    g_signal_connect(app, "activate", G_CALLBACK(activate_cb), GINT_TO_POINTER(argc > 1));
    return g_application_run(G_APPLICATION(app), 1, argv);
}
