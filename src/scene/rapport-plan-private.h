/* rapport-plan-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of a picture before anything of it is drawn: who is there, where, how large, what goes between them.
 */
#pragma once

#include "rapport-curve.h"
#include "rapport-grid.h"
#include "rapport-scene-private.h"
#include "rapport-text-measure.h"

#include "rapport-link-facts.h"
#include "rapport-wheel.h"

G_BEGIN_DECLS

/* Where the name stands. */
typedef enum
{
  PLAN_SIDE_BELOW,
  PLAN_SIDE_RIGHT,
  PLAN_SIDE_LEFT,
  PLAN_SIDE_ABOVE,
  PLAN_SIDE_BELOW_RIGHT,
  PLAN_SIDE_BELOW_LEFT,
  PLAN_SIDE_ABOVE_RIGHT,
  PLAN_SIDE_ABOVE_LEFT,
  PLAN_SIDE_RIGHT_LOW,
  PLAN_SIDE_LEFT_LOW,
  PLAN_SIDE_RIGHT_HIGH,
  PLAN_SIDE_LEFT_HIGH,
  PLAN_N_SIDES,
} PlanSide;

/* The strip of those who have no sector yet, under the wheel and what its wedges are called. */
#define WAITING_HEIGHT 112.0
#define WAITING_MIDDLE 44.0
#define WAITING_SIZE 22.0

typedef struct
{
  RapportElement *element; /* borrowed */
  RapportReading *reading; /* owned, nullable: gone, or not there yet */
  RapportReading *other;   /* owned, nullable: what is compared with */

  RapportOutline outline;
  gboolean group, role;
  char *letter; /* owned */
  char *name;   /* owned: as it is shown */
  char *second; /* owned, nullable: the same in the other language, where both are shown */
  RapportRing ring;
  int influence, other_influence;
  int shown_influence;
  gboolean gone, added; /* between the two that are compared */
  gboolean changed;
  gboolean starred;
  gboolean member; /* of a region on show: a contour runs round it */
  double opacity;
  guint degree;
  guint number; /* in the key; from 1 */

  RapportPoint at;
  double r; /* half of the diameter */
  RapportRect box; /* what the outline covers */

  /* The name and the pips over it */
  gboolean labelled;
  char **lines; /* owned, nullable */
  guint n_lines;
  double text_width;
  guint n_first; /* lines of the first language; the others follow */
  double pips_width; /* 0: none */
  PlanSide side;
  RapportRect label;
} PlanNode;

typedef struct
{
  RapportElement *element; /* borrowed */
  RapportReading *reading; /* owned, nullable */
  RapportReading *other;   /* owned, nullable */
  RapportLinkFacts facts;  /* of the reading */
  RapportLinkFacts other_facts;
  RapportLinkFacts shown;  /* as it is drawn: the later of the two, where it is still there */
  guint end[2];            /* which nodes */
  gboolean gone, added, changed;
  gboolean quiet;          /* drawn thin, without heads */
  gboolean marked;         /* by a tension on show */
  gboolean starred;
  double opacity;
  RapportPoint port[2];
  double bend;
  RapportCurve way;
} PlanLink;

/* A tension mark that is on show. */
typedef struct
{
  RapportElement *element; /* borrowed */
  guint tension; /* 1 to 4 */
  int position;  /* -2 to 2, or RAPPORT_LEVEL_UNSET */
  int felt;      /* 1 to 3; 0 = not said */
  GArray *nodes; /* owned, of guint */
  GArray *links; /* owned, of guint */
  gboolean on_map;
  gboolean several; /* more than one target: legs */
  gboolean tied;    /* so far from its stakeholder that a line leads there */
  char *word;    /* owned, nullable: the pull */
  double size;
  RapportPoint at;
  gboolean slider_left;
  gboolean slider;
  RapportRect box;
} PlanMark;

typedef struct
{
  RapportMap *map; /* borrowed, as the next four */
  const RapportLens *lens;
  const RapportTheme *theme;
  RapportPage page;
  RapportScene *scene;

  const char *phase; /* the effective one; nullable */
  guint show;
  gboolean comparing;

  RapportTextMeasure *measure; /* owned */
  RapportWheel *wheel;         /* owned */
  char *question;              /* owned, nullable: what the map asks, in the languages on show */
  GHashTable *codes;           /* owned, nullable: id → what stands for the name */
  GHashTable *index;           /* owned: element → its place in nodes + 1 */
  GHashTable *link_index;      /* owned: element → its place in links + 1 */
  GArray *nodes;               /* owned, of PlanNode */
  GArray *links;               /* owned, of PlanLink */
  GArray *marks;               /* owned, of PlanMark */
  GArray *taken;               /* owned, of RapportRect: badges, chips, names of sectors */

  gboolean free_layout;
  double widest;     /* of a name */
  gboolean numbered; /* numbers stand for names; the key has them */
  gboolean column;   /* legend beside the wheel, else under it */
  gboolean has_missing;
  gboolean has_unplaced;
  double scale;      /* of the wheel */
  double tallness;   /* of the wheel: its height over what the scale makes of it; above 1 on high pages */
  double free_scale; /* of a map without one */
  RapportPoint free_middle; /* of what its x and y span */
  double size;       /* of stakeholders and lines; below 1 in very large maps */
  RapportPoint centre;
  RapportRect area;  /* for the map */
  RapportRect legend;
  guint legend_columns;
  double legend_closeness; /* of its rows; 1: as far from one another as is usual, less: nearer */
  double legend_height; /* of the strip under the wheel; 0: none */
  double heading_end;
  double heading_bottom;
} Plan;

#define PLAN_NODE(plan, i) (&g_array_index ((plan)->nodes, PlanNode, (i)))
#define PLAN_LINK(plan, i) (&g_array_index ((plan)->links, PlanLink, (i)))
#define PLAN_MARK(plan, i) (&g_array_index ((plan)->marks, PlanMark, (i)))

/* Above so many links everything that costs more than a line is left out, and lines are straight. */
#define PLAN_MANY_LINKS 150
#define PLAN_SOME_LINKS 60
/* Radius of the ring at the one who gets nothing back. */
#define PLAN_RING 8.0
/* How much further out than other ends its middle is: it must clear outlines that run aslant. */
#define PLAN_RING_OUT 13.0
#define PLAN_WIDEST 185.0
/* Of a name in the other language, below the first. */
#define PLAN_SECOND_WEIGHT 400
#define PLAN_WIDEST_TIGHT 132.0
#define PLAN_PIP_PITCH 12.2
#define PLAN_PIPS_HEIGHT 13.0

/* Each step fills in what the next needs. */
Plan   *_rapport_plan_new     (RapportMap *map, const RapportLens *lens, const RapportTheme *theme,
                               const RapportPage *page);
void    _rapport_plan_free    (Plan *self);
char *_rapport_plan_join        (Plan *self, const char *first, const char *other);
char *_rapport_plan_sector_name (Plan *self, const char *sector);
void  _rapport_plan_name        (Plan *self, PlanNode *node);
void    _rapport_plan_gather  (Plan *self);
void    _rapport_plan_gather_marks (Plan *self);
void    _rapport_plan_fade    (Plan *self);
const char *_rapport_plan_get_waiting_name (void);
void    _rapport_plan_lay_out (Plan *self);
RapportPoint _rapport_plan_from_wheel (const Plan *self, double x, double y);
void    _rapport_plan_place   (Plan *self);
void    _rapport_plan_size_node (Plan *self, PlanNode *node);
void    _rapport_plan_measure_labels (Plan *self);
gboolean _rapport_plan_place_labels  (Plan *self);
RapportGrid *_rapport_plan_index_labels (Plan *self);
void    _rapport_plan_replace_label  (Plan *self, guint node, RapportGrid *crowd);
void    _rapport_plan_spread_ports   (Plan *self);
void    _rapport_plan_spread_ports_of (Plan *self, guint node, const GArray *links);
gboolean _rapport_link_has_ring      (const Plan *self, const PlanLink *link, guint end);
void    _rapport_plan_route   (Plan *self);
void    _rapport_plan_reroute (Plan *self, const GArray *links);
void    _rapport_plan_clear_ways (Plan *self);
void    _rapport_plan_place_heading_marks (Plan *self);
void    _rapport_plan_place_marks    (Plan *self);
void    _rapport_plan_place_mark     (Plan *self, guint mark);
void    _rapport_plan_fold    (Plan *self);

/* Outlines. */
guint        _rapport_outline_corners (RapportOutline outline, RapportPoint at, double r,
                                       RapportPoint *corners);
RapportRect  _rapport_outline_box     (RapportOutline outline, RapportPoint at, double r);
RapportPoint _rapport_outline_border  (RapportOutline outline, RapportPoint at, double r,
                                       double dx, double dy);
RapportPoint _rapport_outline_outside (RapportOutline outline, RapportPoint at, double r,
                                       double margin, double gap, double dx, double dy);
RapportPath *_rapport_outline_path    (RapportOutline outline, RapportPoint at, double r, double grow);
double       _rapport_node_margin     (const PlanNode *node);

/* One thing of the scene, where it stands. */
RapportSceneItem *_rapport_make_power       (Plan *self, const PlanLink *link);
RapportSceneItem *_rapport_make_link        (Plan *self, const PlanLink *link);
RapportSceneItem *_rapport_make_stakeholder (Plan *self, const PlanNode *node);
RapportSceneItem *_rapport_make_label       (Plan *self, const PlanNode *node);
RapportSceneItem *_rapport_make_legs        (Plan *self, const PlanMark *mark);
RapportSceneItem *_rapport_make_badge       (Plan *self, const PlanMark *mark);
RapportSceneItem *_rapport_make_link_chips  (Plan *self, const PlanLink *link);
RapportSceneItem *_rapport_make_node_chip   (Plan *self, const PlanNode *node);
void              _rapport_draw_add         (Plan *self, RapportSceneItem *item);

/* What goes into the scene. */
void _rapport_draw_backdrop     (Plan *self);
void _rapport_draw_wheel_names  (Plan *self);
void _rapport_draw_powers       (Plan *self);
void _rapport_draw_links        (Plan *self);
void _rapport_draw_stakeholders (Plan *self);
void _rapport_draw_labels       (Plan *self);
void _rapport_draw_legs         (Plan *self);
void _rapport_draw_badges       (Plan *self);
void _rapport_draw_chips        (Plan *self);
void _rapport_draw_heading      (Plan *self);
double _rapport_heading_get_bottom (Plan *self);
void _rapport_draw_legend       (Plan *self);

/* Pieces. */
void _rapport_draw_glyph  (Plan *self, RapportSceneItem *item, RapportOutline outline, RapportPoint at,
                           double r, const char *letter);
void _rapport_draw_structure (Plan *self, RapportSceneItem *item, RapportPoint at, double r, const char *spans,
                              const char *letters);
void _rapport_draw_node   (Plan *self, RapportSceneItem *item, const PlanNode *node);
void _rapport_draw_pips   (Plan *self, RapportSceneItem *item, double x, double y, int influence);
void _rapport_draw_gives  (Plan *self, RapportSceneItem *item, const PlanLink *link, double size);
void _rapport_draw_band   (Plan *self, RapportSceneItem *item, const PlanLink *link, double share);
void _rapport_draw_badge  (Plan *self, RapportSceneItem *item, guint tension, RapportPoint at, double size,
                           int felt);
void _rapport_draw_slider (Plan *self, RapportSceneItem *item, RapportPoint at, int position);
RapportShape *_rapport_draw_text (Plan *self, RapportSceneItem *item, const char *text, double x, double y,
                                  double size, int weight, RapportAnchor anchor, RapportColour colour);
RapportShape *_rapport_draw_line (RapportSceneItem *item, RapportPath *path, RapportColour colour, double width);
void _rapport_draw_fill   (RapportSceneItem *item, RapportPath *path, RapportColour colour);
double _rapport_draw_chip (Plan *self, RapportSceneItem *item, const char *text, double x, double y);

/* Names of things, in the users' words. */
const char *_rapport_word_for_level  (int level);
char       *_rapport_name_stakeholder (Plan *self, const PlanNode *node);
char       *_rapport_name_link       (Plan *self, const PlanLink *link);
char       *_rapport_name_mark       (Plan *self, const PlanMark *mark);
const char *_rapport_tension_title   (guint tension);
char       *_rapport_describe        (Plan *self);

G_END_DECLS
