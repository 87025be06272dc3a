"""What `edition new` does: the files of each kind, their ids and their pinyin."""
