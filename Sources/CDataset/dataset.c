#include "dataset.h"

#include <stdalign.h>

/* Numbers of the image are read where they lie, which needs the alignment of the widest. */
alignas(8) static const unsigned char image[] = {
#embed "tables/record.image"
};

const dataset_bytes dataset_image_bytes = {image, sizeof image};
