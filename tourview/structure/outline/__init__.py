"""From blocks to a tree of sections: markers, where sections open, which lies inside which."""
