/* rapport-paper-order.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-paper.h"
#include "rapport-picture-size.h"

G_BEGIN_DECLS

typedef enum
{
  RAPPORT_PAPER_PICTURE, /* the map, as the lens shows it */
  RAPPORT_PAPER_CARDS,   /* blank, to write on */
  RAPPORT_PAPER_WHEEL,   /* empty, to lay cards on */
} RapportPaperKind;

/**
 * RapportPaperOrder:
 * What somebody wants on paper. A plain value.
 */
typedef struct
{
  RapportPaperKind kind;
  RapportPictureSize sheet;   /* of paper */
  RapportPictureSize picture; /* of paper too; without a width it fills the sheets */
  guint across;               /* it fills so many sheets beside and below one another; 0 = 1 */
  double overlap;             /* of neighbouring sheets, in millimetres */
  RapportScheme scheme;
  RapportPage page;           /* what stands round the map; its size is found */
} RapportPaperOrder;

void          rapport_paper_order_init       (RapportPaperOrder *self);
gboolean      rapport_paper_order_set_sheet  (RapportPaperOrder *self, const char *name, GError **error);
gboolean      rapport_paper_order_set_size   (RapportPaperOrder *self, const char *name, GError **error);
RapportPaper *rapport_paper_order_make       (const RapportPaperOrder *self, RapportMap *map, const RapportLens *lens,
                                              GError **error);

G_END_DECLS
