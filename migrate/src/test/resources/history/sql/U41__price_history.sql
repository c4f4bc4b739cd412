DROP TABLE book_prices;
