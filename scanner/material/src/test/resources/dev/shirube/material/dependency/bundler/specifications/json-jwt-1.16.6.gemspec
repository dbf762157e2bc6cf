# installed
